import PatrolModel

/// A verb as the command line has it, and the roles that have it: the design's table of a hazard's life and its rights,
/// written by hand a second time.
struct Right: Sendable {
    /// Without `patrol`; `{hazard}` and the like are filled in by ``District``.
    let words: String
    let roles: Set<Role>
    /// How far the hazard has to be.
    let scene: Scene

    /// What a hazard has lived through before a verb is tried on it.
    enum Scene: Sendable, CaseIterable {
        case reported, major, returned, ordered, asked, referred, suspended, rectified, verified, closed,
            voidAsked
        /// One that another system has not been sent yet.
        case unsent
        /// In a batch for another system.
        case sent
    }

    private init(_ words: String, _ roles: Set<Role>, on scene: Scene = .reported) {
        self.words = words
        self.roles = roles
        self.scene = scene
    }

    var isOfAHazard: Bool { words.hasPrefix("hazard") && words.contains("{hazard}") }

    static let all = found + steered + fixed + ended + kept + read

    private static let deciders: Set<Role> = [.supervisor]
    private static let answering: Set<Role> = [.unit, .subdistrict]
    private static let checking: Set<Role> = [.inspector, .supervisor, .leadingGroup]
    private static let keeping: Set<Role> = [.supervisor, .admin]
    private static let everybody = Set(Role.allCases)
    private static let district = everybody.subtracting(answering)

    private static let found = [
        Right("inspect WC-R-001", [.inspector, .subdistrict]),
        Right("inspect --file {day}", [.inspector, .subdistrict]),
        Right(
            "hazard report --site WC-R-001 --category 0103 --condition 3 --describe 松动 --new",
            [.inspector, .subdistrict]
        ),
        Right("hazard order {hazard}", [.dispatcher, .inspector, .supervisor]),
        Right("hazard refer {hazard} --to 市水务集团管网养护单位", deciders),
    ]

    private static let steered = [
        Right(
            "hazard refer {hazard} --acknowledged",
            [.unit, .subdistrict, .inspector, .supervisor],
            on: .referred
        ),
        Right("hazard return {hazard} --reason 非本单位管养", answering, on: .ordered),
        Right("hazard reassign {hazard} --unit 市水务集团管网养护单位", [.dispatcher, .supervisor], on: .returned),
        Right("hazard reassign {hazard} --reject --reason 属本单位", [.dispatcher, .supervisor], on: .returned),
        Right("hazard progress {hazard} --note 已围挡", [.unit, .subdistrict, .inspector], on: .ordered),
        Right("hazard extend {hazard} --by 1工作日 --reason 须定制", answering, on: .ordered),
        Right("hazard extend {hazard} --grant", deciders, on: .asked),
        Right("hazard extend {hazard} --deny --reason 应急在先", deciders, on: .asked),
        Right(
            "hazard suspend {hazard} --until {soon} --reason 随道路改造 --measures 设警示牌",
            deciders,
            on: .ordered
        ),
        Right("hazard resume {hazard} --reason 已开工", deciders, on: .suspended),
        Right("hazard supervise {hazard} \(plan)", deciders),
        Right("hazard case {hazard} --number 2026-031", [.inspector, .supervisor], on: .ordered),
    ]

    private static let fixed = [
        Right("hazard rectify {hazard} --note 已加固", [.unit, .subdistrict, .inspector], on: .ordered),
        Right("hazard verify {hazard} --note 牢固", checking, on: .rectified),
        Right("hazard verify {hazard} --fail --reason 仍有异响", checking, on: .rectified),
    ]

    private static let ended = [
        Right("hazard close {hazard}", [.leadingGroup], on: .verified),
        Right("hazard look-back {hazard} --note 牢固", checking, on: .closed),
        Right("hazard look-back {hazard} --fail --reason 又松了", checking, on: .closed),
        Right("hazard downgrade {hazard} --reason 危害有限", deciders, on: .major),
        Right("hazard void {hazard} --ground unfounded", deciders),
        Right("hazard void {hazard} --confirm", deciders, on: .voidAsked),
        Right("hazard void {hazard} --reject", deciders, on: .voidAsked),
    ]

    private static let kept = [
        Right("site import /etc/patrol/sites.csv", keeping),
        Right("site retire {spare} --reason 封闭改造", keeping),
        Right("catalogue import /etc/patrol-rights/catalogue.csv", keeping),
        Right("upload make --system gas --file {batch}", [.dispatcher, .supervisor, .admin], on: .unsent),
        Right("upload receipt {answers} --system gas", [.dispatcher, .supervisor, .admin], on: .sent),
        Right("upload list", district),
        Right("upload show {upload}", district, on: .sent),
        Right("status", district),
        Right("event list --entity {hazard}", [.supervisor, .leadingGroup, .auditor, .admin]),
        Right("event verify", [.supervisor, .leadingGroup, .auditor, .admin]),
        Right("morning --all", [.dispatcher, .supervisor, .leadingGroup, .auditor, .admin]),
    ]

    private static let read = [
        "", "today", "morning", "hazard list", "hazard show {hazard}", "overdue", "overdue --as-of today",
        "search 井盖", "duty list", "site list", "site show WC-R-001", "site compare /etc/patrol/sites.csv",
        "catalogue list", "catalogue show 0103", "programme list", "programme show main-roads-daily",
        "programme preview main-roads-daily", "evidence list {hazard}", "evidence save {hazard} {folder}",
    ].map { Right($0, everybody, on: .ordered) }

    static let plan =
        "--leader 王局长 --measures 换座 --funds 12万 --in-charge 李工 --deadline {soon} --contingency 封闭车道"
}
