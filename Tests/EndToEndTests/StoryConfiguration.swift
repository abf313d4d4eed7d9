import Foundation

/// The district of the golden screens: three kinds of sites, programmes of three cadences, one with a checklist.
enum StoryConfiguration {
    /// By their paths in the configuration's folder.
    static let files = [
        "patrol.yaml": settings,
        "catalogue.csv": catalogue,
        "calendar/2026.yaml": calendar,
        "programmes/main-roads-daily.yaml": roads,
        "programmes/parks-weekly.yaml": parks,
        "programmes/gas-stations-monthly.yaml": stations,
    ]

    private static let settings = """
        district: {code: "420106", name: 武昌区}
        zone: Asia/Shanghai
        typistsCount: false
        subdistricts: [水果湖街, 中南路街]
        siteKinds: [主干道, 公园广场, 瓶装气供应站点]
        people:
          - {id: admin, name: 系统管理员, user: \(NSUserName()), roles: [admin]}
          - {id: inspector-1, name: 第一巡查岗, user: story-1, roles: [inspector]}
          - {id: inspector-2, name: 第二巡查岗, user: story-2, roles: [inspector]}
          - {id: dispatcher, name: 派遣岗, user: story-3, roles: [dispatcher]}
          - {id: supervisor, name: 督查岗, user: story-4, roles: [supervisor]}
          - {id: leader, name: 领导小组成员一, user: story-5, roles: [leading-group]}
          - {id: roads, name: 道路养护单位联络员, user: story-6, roles: [unit], unit: 区市政道路养护单位}
          - {id: parks, name: 园林养护单位联络员, user: story-7, roles: [unit], unit: 区园林绿化养护单位}
          - {id: shuiguohu, name: 水果湖街联络员, user: story-8, roles: [subdistrict], subdistrict: 水果湖街,
             unit: 水果湖街道办事处}
        """

    private static let catalogue = """
        大类,小类代码,小类名称,条件序号,立案条件,处置时限,结案条件
        公用设施,0103,雨水井盖,1,井盖缺失、移位或破裂,2紧急工作时,井盖补装复位，与路面齐平
        公用设施,0103,雨水井盖,2,井盖破损，破损面积大于25平方厘米,4工作时,更换井盖，盖面完好
        公用设施,0103,雨水井盖,3,井盖松动、异响,2工作日,加固或加装防响垫圈，车辆碾压无异响
        市容环境,0306,户外广告,1,倾斜、有坠落危险,1工作日,扶正加固
        市容环境,0306,户外广告,2,面板破损、松动,4工作时,修复或拆除
        园林绿化,0405,行道树,1,枯死、倾倒危险,30工作日,清除并补植
        公用设施,0407,坐椅栏杆,1,破损、松动,15天,修复，牢固无毛刺
        突发事件,E0401,路面塌陷,1,塌陷,2紧急工作时,回填夯实，恢复通行
        突发事件,E0401,路面塌陷,2,塌陷伴管线破裂,1紧急工作时,管线修复，回填夯实，恢复通行
        安全隐患,E0601,燃气安全,1,消防器材失效,1工作日,更换，压力正常

        """

    /// What the city sends on the second day.
    static let newCatalogue = """
        大类,小类代码,小类名称,条件序号,立案条件,处置时限,结案条件
        公用设施,0103,雨水井盖,1,井盖缺失、移位或破裂,1紧急工作时,井盖补装复位，与路面齐平
        公用设施,0103,雨水井盖,2,井盖破损，破损面积大于25平方厘米,4工作时,更换井盖，盖面完好
        公用设施,0103,雨水井盖,4,井盖下沉或凸起超过2厘米,5工作日,调整井座，井盖与路面高差符合要求
        公用设施,0104,雨水箅子,1,箅子缺失、移位,2紧急工作时,箅子补装复位，与路面齐平

        """

    private static let calendar = """
        year: 2026
        holidays:
          - {name: 元旦, from: 2026-01-01, to: 2026-01-03}
          - {name: 国庆节, from: 2026-10-01, to: 2026-10-07}
        workdays: [2026-01-04, 2026-10-10]
        """

    private static let roads = """
        id: main-roads-daily
        name: 主干道每日一巡
        siteKind: 主干道
        cadence: daily
        manner: patrol
        assignees: {水果湖街: inspector-1, 中南路街: inspector-2}
        """

    private static let parks = """
        id: parks-weekly
        name: 公园广场设施每周巡查
        siteKind: 公园广场
        cadence: weekly
        manner: patrol
        roles: [inspector]
        """

    private static let stations = """
        id: gas-stations-monthly
        name: 瓶装气供应站点每月全覆盖检查
        siteKind: 瓶装气供应站点
        cadence: monthly
        manner: check
        checklist:
          - {text: 燃气经营许可证在有效期内并悬挂于明显位置, category: E0601}
          - {text: 灭火器等消防器材配备齐全、压力正常、在有效期内, category: E0601}
          - 安全警示标识、操作规程和应急电话张贴清晰
        """

    static let roster = """
        编号,名称,类别,街道,责任单位,标签,启用日期,停用日期
        WC-R-001,中北路（东湖路口至楚汉路口）,主干道,水果湖街,区市政道路养护单位,重要商圈,,
        WC-R-002,东湖路（中北路口至双湖桥）,主干道,水果湖街,区市政道路养护单位,景观路段,,
        WC-R-003,楚汉路（中北路口至东湖路口）,主干道,水果湖街,区市政道路养护单位,景观路段;示范路,,
        WC-R-004,中南路（武珞路口至洪山广场）,主干道,中南路街,区市政道路养护单位,重要商圈,,
        WC-R-005,武珞路（大东门至街道口）,主干道,中南路街,区市政道路养护单位,示范路,,
        WC-P-001,洪山广场,公园广场,中南路街,区园林绿化养护单位,,,
        WC-P-002,水果湖公园,公园广场,水果湖街,区园林绿化养护单位,,,
        WC-P-003,"双湖桥游园, 东侧",公园广场,水果湖街,区园林绿化养护单位,,,
        WC-G-001,样例一号瓶装气供应站,瓶装气供应站点,中南路街,中南路街道办事处,,,
        WC-G-002,样例二号瓶装气供应站,瓶装气供应站点,水果湖街,水果湖街道办事处,,,

        """

    /// A roster with a code twice and a kind that is none.
    static let badRoster = """
        编号,名称,类别,街道,责任单位
        WC-R-006,洪山侧路,主干路,水果湖街,区市政道路养护单位
        WC-R-006,徐东大街,主干道,水果湖街,
        """

    /// A day on paper with a code misread, a time that is none and a result that is none.
    static let badDay = """
        编号,时间,结果,备注
        WC-R-O01,09:10,正常,
        WC-R-002,九点半,正常,
        WC-R-003,09:50,还行,
        """
}
