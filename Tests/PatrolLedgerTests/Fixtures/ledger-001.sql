PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('001-hazards-and-daily-duties');
CREATE TABLE event (
    sequence INTEGER PRIMARY KEY,
    body TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    at INTEGER NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.at')) STORED,
    verb TEXT NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.verb')) STORED,
    entity TEXT NOT NULL GENERATED ALWAYS AS (json_extract(body, '$.entity')) STORED,
    key TEXT GENERATED ALWAYS AS (json_extract(body, '$.filing.key')) STORED,
    CHECK (json_extract(body, '$.sequence') = sequence)
) STRICT;
INSERT INTO event VALUES(1,'{"actor":"patrold","at":1795510610,"body":{"district":"420106","incarnation":1},"district":"420106","entity":"420106","incarnation":1,"sequence":1,"verb":"ledger.begin","version":1}',X'81d5fc58e66c7ab2db776f8ffc15538cbd1c4ab731b09736b5675506588b9650');
INSERT INTO event VALUES(2,'{"actor":"patrold","at":1795510610,"body":{"catalogue":{"categories":[{"code":"0101","conditions":[{"closing":"井盖补装复位，与路面齐平","limit":"2紧急工作时","number":1,"text":"井盖缺失、移位或破裂"}],"name":"上水井盖"},{"code":"0102","conditions":[{"closing":"井盖补装复位，与路面齐平","limit":"2紧急工作时","number":1,"text":"井盖缺失、移位或破裂"}],"name":"污水井盖"},{"code":"0103","conditions":[{"closing":"井盖补装复位，与路面齐平","limit":"2紧急工作时","number":1,"text":"井盖缺失、移位或破裂"}],"name":"雨水井盖"},{"code":"0111","conditions":[{"closing":"井盖补装复位，与路面齐平","limit":"2紧急工作时","number":1,"text":"井盖缺失、移位或破裂"}],"name":"燃气井盖"},{"code":"E0401","conditions":[{"closing":"设置围挡，消除危险","limit":"2紧急工作时","number":1,"text":"道路塌陷"}],"name":"路面塌陷"},{"code":"E0403","conditions":[{"closing":"关闭气源，消除危险","limit":"1紧急工作时","number":1,"text":"燃气管道破裂"}],"name":"燃气管道破裂"}]},"district":{"code":"420106","name":"武昌区"},"groups":{"patrol-inspectors":["inspector"]},"language":"zh","people":[{"id":"admin","name":"系统管理员","roles":["admin"],"user":"root"},{"id":"inspector-1","name":"第一巡查岗","roles":["inspector"],"user":"patrol-inspector1"},{"id":"inspector-2","name":"第二巡查岗","roles":["inspector"],"user":"patrol-inspector2"},{"id":"dispatcher","name":"派遣岗","roles":["dispatcher"],"user":"patrol-dispatcher"},{"id":"supervisor","name":"督查岗","roles":["supervisor"],"user":"patrol-supervisor"},{"id":"leader-1","name":"领导小组成员一","roles":["leading-group"],"user":"patrol-leader1"},{"id":"leader-2","name":"领导小组成员二","roles":["leading-group"],"user":"patrol-leader2"},{"id":"auditor","name":"审计岗","roles":["auditor"],"user":"patrol-auditor"},{"id":"roads-liaison","name":"道路养护单位联络员","roles":["unit"],"unit":"区市政道路养护单位","user":"patrol-roads"},{"id":"shuiguohu","name":"水果湖街联络员","roles":["subdistrict"],"subdistrict":"水果湖街","unit":"水果湖街道办事处","user":"patrol-shuiguohu"}],"programmes":[{"assignees":{},"cadence":"daily","id":"bicycles-daily","manner":"patrol","name":"商圈单车停放每日巡查","siteKind":"商圈","tags":["共享单车"]},{"assignees":{"水果湖街":"inspector-1"},"cadence":"daily","id":"core-area-daily","manner":"patrol","name":"核心区每日巡检","siteKind":"核心区","tags":[]},{"assignees":{"中南路街":"inspector-1","徐家棚街":"inspector-2","水果湖街":"inspector-1"},"cadence":"daily","id":"main-roads-daily","manner":"patrol","name":"主干道每日一巡","siteKind":"主干道","tags":[]}],"rules":{"fourEyes":{"typistsCount":false},"lateFilingDays":3,"morning":"00:00","reasonAfterHours":24},"units":["市水务集团管网养护单位","市燃气集团管网运行单位"],"zone":"Asia/Shanghai"},"district":"420106","entity":"420106","incarnation":1,"sequence":2,"verb":"configuration.adopt","version":1}',X'c0dc9b4791581ec270a533ac06210b0458c89efa373f46b4aa75fec18656c59c');
INSERT INTO event VALUES(3,'{"actor":"patrold","at":1795510610,"body":{"duties":[],"period":{"end":1795536000,"key":"2026-11-24","start":1795449600},"programme":"bicycles-daily"},"district":"420106","entity":"bicycles-daily/2026-11-24","incarnation":1,"sequence":3,"verb":"period.open","version":1}',X'315c49eb8b2ff98ad771f08acc1352f603cbe502f6eaff8a4ebf2552caa94b0a');
INSERT INTO event VALUES(4,'{"actor":"patrold","at":1795510610,"body":{"duties":[],"period":{"end":1795536000,"key":"2026-11-24","start":1795449600},"programme":"core-area-daily"},"district":"420106","entity":"core-area-daily/2026-11-24","incarnation":1,"sequence":4,"verb":"period.open","version":1}',X'71031b03922bdd370ae0e711e7307497beefa67fc3d0e3a750fe8b3e104c688d');
INSERT INTO event VALUES(5,'{"actor":"patrold","at":1795510610,"body":{"duties":[],"period":{"end":1795536000,"key":"2026-11-24","start":1795449600},"programme":"main-roads-daily"},"district":"420106","entity":"main-roads-daily/2026-11-24","incarnation":1,"sequence":5,"verb":"period.open","version":1}',X'd24659e0f56830bc75cc5db40b4f1752cbd7d1c3727bbaa1fb7bcaae6eaaa8e4');
INSERT INTO event VALUES(6,'{"actor":"admin","at":1795510611,"body":{"added":[{"code":"WC-R-001","kind":"主干道","name":"中北路（东湖路口至楚汉路口）","responsibleUnit":"区市政道路养护单位","subdistrict":"水果湖街","tags":["重要商圈"]},{"code":"WC-R-002","kind":"主干道","name":"东湖路（中北路口至双湖桥）","responsibleUnit":"区市政道路养护单位","subdistrict":"水果湖街","tags":["景观路段"]},{"code":"WC-R-003","kind":"主干道","name":"楚汉路（中北路口至东湖路口）","responsibleUnit":"区市政道路养护单位","subdistrict":"水果湖街","tags":["景观路段","示范路"]},{"code":"WC-R-004","kind":"主干道","name":"中南路（武珞路口至洪山广场）","responsibleUnit":"区市政道路养护单位","subdistrict":"中南路街","tags":["重要商圈"]},{"code":"WC-R-005","kind":"主干道","name":"武珞路（大东门至街道口）","responsibleUnit":"区市政道路养护单位","subdistrict":"中南路街","tags":["示范路"]},{"code":"WC-R-006","kind":"主干道","name":"洪山侧路（中南路口至洪山路口）","responsibleUnit":"区市政道路养护单位","subdistrict":"水果湖街","tags":[]},{"code":"WC-R-007","kind":"主干道","name":"徐东大街（友谊大道口至和平大道口）","responsibleUnit":"区市政道路养护单位","subdistrict":"徐家棚街","tags":["重要商圈"]},{"code":"WC-R-008","kind":"主干道","name":"和平大道（徐东大街口至积玉桥）","responsibleUnit":"区市政道路养护单位","subdistrict":"徐家棚街","tags":[]},{"code":"WC-R-009","kind":"主干道","name":"和平大道（积玉桥至中山路口）","responsibleUnit":"区市政道路养护单位","subdistrict":"积玉桥街","tags":[]},{"code":"WC-R-010","kind":"主干道","name":"临江大道（月亮湾至中华路码头）","responsibleUnit":"区市政道路养护单位","subdistrict":"积玉桥街","tags":["景观路段","示范路"]},{"code":"WC-R-011","kind":"主干道","name":"友谊大道（徐东大街口至余家头）","responsibleUnit":"区市政道路养护单位","subdistrict":"杨园街","tags":[]},{"code":"WC-R-012","kind":"主干道","name":"民主路（司门口至中山路口）","responsibleUnit":"区市政道路养护单位","subdistrict":"粮道街","tags":[]},{"code":"WC-R-013","kind":"主干道","name":"雄楚大道（梅家山至石牌岭）","responsibleUnit":"区市政道路养护单位","subdistrict":"珞珈山街","tags":[]},{"code":"WC-C-001","kind":"核心区","name":"水果湖核心区","responsibleUnit":"水果湖街道办事处","subdistrict":"水果湖街","tags":["核心区"]},{"code":"WC-B-001","kind":"商圈","name":"中南商圈","responsibleUnit":"中南路街道办事处","subdistrict":"中南路街","tags":["共享单车","重要商圈"]},{"code":"WC-B-002","kind":"商圈","name":"徐东商圈","responsibleUnit":"徐家棚街道办事处","subdistrict":"徐家棚街","tags":["共享单车","重要商圈"]},{"code":"WC-B-003","kind":"商圈","name":"楚河汉街商圈","responsibleUnit":"水果湖街道办事处","subdistrict":"水果湖街","tags":["共享单车","重要商圈"]}],"changed":[]},"district":"420106","entity":"sites","filing":{"digest":"e01839ba94092e7616622859ed9ff45dbbc62ee22e9995537dc1a660d7e3b399","key":"01a20cc5-afad-7de5-b1bd-a7abcf9551ef"},"incarnation":1,"sequence":6,"verb":"site.import","version":1}',X'4512831d02b326c687d12baf5a5472d8e1ae8e21f245ba9069727fae75dd515c');
INSERT INTO event VALUES(7,'{"actor":"admin","at":1795510611,"body":{"duties":[{"ordinal":1,"site":"WC-B-001","targetDate":"2026-11-24"},{"ordinal":1,"site":"WC-B-002","targetDate":"2026-11-24"},{"ordinal":1,"site":"WC-B-003","targetDate":"2026-11-24"}],"period":{"end":1795536000,"key":"2026-11-24","start":1795449600},"programme":"bicycles-daily"},"district":"420106","entity":"bicycles-daily/2026-11-24","incarnation":1,"sequence":7,"verb":"period.open","version":1}',X'0f4f9df44506d3c72db3e39f96aa638de65f744d8049892f61c15a352ee2fc3d');
INSERT INTO event VALUES(8,'{"actor":"admin","at":1795510611,"body":{"duties":[{"assignee":"inspector-1","ordinal":1,"site":"WC-C-001","targetDate":"2026-11-24"}],"period":{"end":1795536000,"key":"2026-11-24","start":1795449600},"programme":"core-area-daily"},"district":"420106","entity":"core-area-daily/2026-11-24","incarnation":1,"sequence":8,"verb":"period.open","version":1}',X'390a65956ae7d63216baa8e329a58ab0d409e24b0f9d7ffbdb194d3690b27db7');
INSERT INTO event VALUES(9,'{"actor":"admin","at":1795510611,"body":{"duties":[{"assignee":"inspector-1","ordinal":1,"site":"WC-R-001","targetDate":"2026-11-24"},{"assignee":"inspector-1","ordinal":1,"site":"WC-R-002","targetDate":"2026-11-24"},{"assignee":"inspector-1","ordinal":1,"site":"WC-R-003","targetDate":"2026-11-24"},{"assignee":"inspector-1","ordinal":1,"site":"WC-R-004","targetDate":"2026-11-24"},{"assignee":"inspector-1","ordinal":1,"site":"WC-R-005","targetDate":"2026-11-24"},{"assignee":"inspector-1","ordinal":1,"site":"WC-R-006","targetDate":"2026-11-24"},{"assignee":"inspector-2","ordinal":1,"site":"WC-R-007","targetDate":"2026-11-24"},{"assignee":"inspector-2","ordinal":1,"site":"WC-R-008","targetDate":"2026-11-24"},{"ordinal":1,"site":"WC-R-009","targetDate":"2026-11-24"},{"ordinal":1,"site":"WC-R-010","targetDate":"2026-11-24"},{"ordinal":1,"site":"WC-R-011","targetDate":"2026-11-24"},{"ordinal":1,"site":"WC-R-012","targetDate":"2026-11-24"},{"ordinal":1,"site":"WC-R-013","targetDate":"2026-11-24"}],"period":{"end":1795536000,"key":"2026-11-24","start":1795449600},"programme":"main-roads-daily"},"district":"420106","entity":"main-roads-daily/2026-11-24","incarnation":1,"sequence":9,"verb":"period.open","version":1}',X'39f7f3ca747b36f957a3ff3cd87d5bde2894ea345ff58e91f8d7f406abc71996');
INSERT INTO event VALUES(10,'{"actor":"patrold","at":1795510611,"body":{"date":"2026-11-24","lines":[{"open":3,"subdistrict":"中南路街"},{"open":3,"subdistrict":"徐家棚街"},{"open":1,"subdistrict":"杨园街"},{"open":6,"subdistrict":"水果湖街"},{"open":1,"subdistrict":"珞珈山街"},{"open":2,"subdistrict":"积玉桥街"},{"open":1,"subdistrict":"粮道街"}]},"district":"420106","entity":"2026-11-24","incarnation":1,"sequence":10,"verb":"morning.digest","version":1}',X'e7c7a6e2eb14b89f948a26fdb092a2e7568b7cd7f327197beeab26627ae6ed56');
INSERT INTO event VALUES(11,'{"actor":"patrold","at":1795510611,"body":{"reminders":["morning/2026-11-24"]},"district":"420106","entity":"reminders","incarnation":1,"sequence":11,"verb":"reminder.say","version":1}',X'd6ae8ab95638a66f62df2a5f27aa9c9338fa39b8a50f939f3ba4480a4836c4ed');
INSERT INTO event VALUES(12,'{"actor":"admin","at":1795510611,"body":{"filed":{"at":1795510611,"person":"inspector-1","typedBy":"admin"},"id":"I-2026-000001","observedAt":1795510611,"result":"ok","settled":[{"duty":{"ordinal":1,"period":"2026-11-24","programme":"main-roads-daily","site":"WC-R-001"},"late":false}],"site":"WC-R-001"},"district":"420106","entity":"I-2026-000001","filing":{"digest":"92b2d8ccbf003571c67ed4d4260677c4e30a19d7a854d6a9abe208a4391fd424","key":"01a20cc5-afd7-7dc7-9673-958cea3a46ee"},"incarnation":1,"onBehalfOf":"inspector-1","sequence":12,"verb":"inspection.file","version":1}',X'769fbf0f46d50da9cfafe449bc96a9d4443f52bf5e44dd2d01193ed9da014bce');
INSERT INTO event VALUES(13,'{"actor":"admin","at":1795510611,"body":{"describe":"一号井盖缺失","dueAt":1795517811,"grounds":{"category":"0103","categoryName":"雨水井盖","closing":"井盖补装复位，与路面齐平","condition":1,"limit":"2紧急工作时","text":"井盖缺失、移位或破裂"},"id":"H-2026-000001","observedAt":1795510611,"reported":{"at":1795510611,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"WC-R-002","siteUnit":"区市政道路养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000001","filing":{"digest":"f17473a0dbc44fea4cae00e4c25e25b66abc04cc8cfdb14e05db27389964f4a1","key":"01a20cc5-b000-73ba-850e-bf83ead28e10"},"incarnation":1,"onBehalfOf":"inspector-1","sequence":13,"verb":"hazard.report","version":1}',X'bebc2ea9dcf4037d8ed483c4a69ae4acca22ddbd957ff223385dc47db0b577f4');
INSERT INTO event VALUES(14,'{"actor":"admin","at":1795510612,"body":{"describe":"二号井盖缺失","dueAt":1795506960,"grounds":{"category":"0103","categoryName":"雨水井盖","closing":"井盖补装复位，与路面齐平","condition":1,"limit":"2紧急工作时","text":"井盖缺失、移位或破裂"},"id":"H-2026-000002","observedAt":1795499760,"overdueSince":1795506960,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"WC-R-003","siteUnit":"区市政道路养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000002","filing":{"digest":"170ce785d524862085fceed200b1f351fda53a864dfed9785aceda4c3b062fb4","key":"01a20cc5-b029-7e0f-992c-761f102b5cf5"},"incarnation":1,"onBehalfOf":"inspector-1","sequence":14,"verb":"hazard.report","version":1}',X'a4aa60fdab3c1c16555d22a9b130255b183f74f98aba43a8cd82a1355a6fc9aa');
INSERT INTO event VALUES(15,'{"actor":"patrold","at":1795510612,"body":{"reminders":["overdue/H-2026-000002"]},"district":"420106","entity":"reminders","incarnation":1,"sequence":15,"verb":"reminder.say","version":1}',X'08171c94d789ce919daa8e1e7e25d922bd003d8d1c502869f46429532e7eb387');
INSERT INTO event VALUES(16,'{"actor":"admin","at":1795510612,"body":{"describe":"二号井盖缺失","dueAt":1795506960,"grounds":{"category":"0103","categoryName":"雨水井盖","closing":"井盖补装复位，与路面齐平","condition":1,"limit":"2紧急工作时","text":"井盖缺失、移位或破裂"},"id":"H-2026-000002","observedAt":1795499760,"overdueSince":1795506960,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"WC-R-003","siteUnit":"区市政道路养护单位","stage":{"ordered":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000001","servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000002","filing":{"digest":"486c30c3da31d9c52c1726ad4766aff95588828641eb8e7c8a11a61f40577689","key":"01a20cc5-b04a-7547-bca2-692448e31c11"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":16,"verb":"hazard.order","version":1}',X'3ddfdbaff6ede8eb0832792791bf9260d27e0ffdcccffa4a516f2db43a5c0efb');
INSERT INTO event VALUES(17,'{"actor":"admin","at":1795510612,"body":{"describe":"路面塌陷","dueAt":1795517812,"grounds":{"category":"E0401","categoryName":"路面塌陷","closing":"设置围挡，消除危险","condition":1,"limit":"2紧急工作时","text":"道路塌陷"},"id":"H-2026-000003","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"WC-R-004","siteUnit":"区市政道路养护单位","stage":{"reported":{}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000003","filing":{"digest":"c86006c1d25e7f888bc76ee957c1a8982ba082560e8b235646f533b63f45f018","key":"01a20cc5-b06f-70e3-9f01-db5280a26844"},"incarnation":1,"onBehalfOf":"inspector-1","sequence":17,"verb":"hazard.report","version":1}',X'689f043e7679ee4f3391c0c08d39e930897578b21470eefed928894930a8e908');
INSERT INTO event VALUES(18,'{"actor":"admin","at":1795510612,"body":{"describe":"路面塌陷","dueAt":1795517812,"grounds":{"category":"E0401","categoryName":"路面塌陷","closing":"设置围挡，消除危险","condition":1,"limit":"2紧急工作时","text":"道路塌陷"},"id":"H-2026-000003","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"WC-R-004","siteUnit":"区市政道路养护单位","stage":{"ordered":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000002","servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"}}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000003","filing":{"digest":"93e34bf452d0a81b73c15e3c2db7051ebd0aab56136c7f5ac58657f5e2e40845","key":"01a20cc5-b090-752a-870c-81143aff468c"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":18,"verb":"hazard.order","version":1}',X'b7b9d8511df536004ff2cb10bc16bb2cceee048bef3dbc47f8899fd99f97baa7');
INSERT INTO event VALUES(19,'{"actor":"admin","at":1795510612,"body":{"describe":"路面塌陷","dueAt":1795517812,"grounds":{"category":"E0401","categoryName":"路面塌陷","closing":"设置围挡，消除危险","condition":1,"limit":"2紧急工作时","text":"道路塌陷"},"id":"H-2026-000003","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"WC-R-004","siteUnit":"区市政道路养护单位","stage":{"rectified":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000002","servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"},"rectification":{"action":"围挡","claimed":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"rectifiedAt":1795510612}}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000003","filing":{"digest":"ec848374dc7166039faf19d93cb7ec850c8a61a0c27026dd47eef30d21e99cdd","key":"01a20cc5-b0b5-7231-9786-37ac83582bd3"},"incarnation":1,"onBehalfOf":"inspector-1","sequence":19,"verb":"hazard.rectify","version":1}',X'4b111c734c99a9cde8b724e17bd85a101ac74e1931e7acd88699975d667e11da');
INSERT INTO event VALUES(20,'{"actor":"admin","at":1795510612,"body":{"describe":"路面塌陷","dueAt":1795517812,"grounds":{"category":"E0401","categoryName":"路面塌陷","closing":"设置围挡，消除危险","condition":1,"limit":"2紧急工作时","text":"道路塌陷"},"id":"H-2026-000003","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"WC-R-004","siteUnit":"区市政道路养护单位","stage":{"verified":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000002","servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"},"rectification":{"action":"围挡","claimed":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"rectifiedAt":1795510612},"verification":{"checked":{"at":1795510612,"person":"inspector-2","typedBy":"admin"},"fourEyes":{"typistsCount":false},"note":"看过"}}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000003","filing":{"digest":"e144d0929959d4e4da67bc323d546d3c277efc06c194c5f7d9fc8a547acce86a","key":"01a20cc5-b0d7-7bd0-b44a-4a7cba9ce540"},"incarnation":1,"onBehalfOf":"inspector-2","sequence":20,"verb":"hazard.verify","version":1}',X'd7faa8b7cb73bbde06f7f4fee3e2348f9dc7e8a6999799770e37c1f72ba79a20');
INSERT INTO event VALUES(21,'{"actor":"admin","at":1795510612,"body":{"describe":"路面塌陷","dueAt":1795517812,"grounds":{"category":"E0401","categoryName":"路面塌陷","closing":"设置围挡，消除危险","condition":1,"limit":"2紧急工作时","text":"道路塌陷"},"id":"H-2026-000003","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"WC-R-004","siteUnit":"区市政道路养护单位","stage":{"closed":{"_0":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000002","servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"},"rectification":{"action":"围挡","claimed":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"rectifiedAt":1795510612},"struckOff":{"at":1795510612,"person":"leader-1","typedBy":"admin"},"verification":{"checked":{"at":1795510612,"person":"inspector-2","typedBy":"admin"},"fourEyes":{"typistsCount":false},"note":"看过"}}}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000003","filing":{"digest":"02080e9e8f79ba87b20d41ce67777d76c02435d501766510b0f67ef58b80aa6c","key":"01a20cc5-b0f7-73cc-8bb9-170272599477"},"incarnation":1,"onBehalfOf":"leader-1","sequence":21,"verb":"hazard.close","version":1}',X'33751b340be6f5a46650ada761b0969821bcf944e9726cb0eaf866bdfbc62b23');
INSERT INTO event VALUES(22,'{"actor":"admin","at":1795510612,"body":{"describe":"三号井盖缺失","dueAt":1795517812,"grounds":{"category":"0101","categoryName":"上水井盖","closing":"井盖补装复位，与路面齐平","condition":1,"limit":"2紧急工作时","text":"井盖缺失、移位或破裂"},"id":"H-2026-000004","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"WC-R-005","siteUnit":"区市政道路养护单位","stage":{"reported":{}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"f6bebd4fb73575f1f3e5d003c401bd11db9add8bbad6855dd51355a7433b41ed","key":"01a20cc5-b11d-7c25-a798-c709779f1cc7"},"incarnation":1,"onBehalfOf":"inspector-1","sequence":22,"verb":"hazard.report","version":1}',X'd1745d58982c0f3a39af1c52f58f34e693f1059c8bfd5ae6f9f15155dd84a1e9');
INSERT INTO event VALUES(23,'{"actor":"admin","at":1795510612,"body":{"describe":"三号井盖缺失","dueAt":1795517812,"grounds":{"category":"0101","categoryName":"上水井盖","closing":"井盖补装复位，与路面齐平","condition":1,"limit":"2紧急工作时","text":"井盖缺失、移位或破裂"},"id":"H-2026-000004","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"WC-R-005","siteUnit":"区市政道路养护单位","stage":{"ordered":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000003","servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"}}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"30ae00fefe4c4d5bc011979dab1e1b4d24ad3ff0f3d5503bc7bc859a22859c9b","key":"01a20cc5-b13e-7329-971c-7e0281f6cec8"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":23,"verb":"hazard.order","version":1}',X'c74b36abdb58f56725e8e4b265ad522bc8276a9bcb05311e97528e5b66ac9f42');
INSERT INTO event VALUES(24,'{"actor":"admin","at":1795510612,"body":{"describe":"三号井盖缺失","dueAt":1795517812,"grounds":{"category":"0101","categoryName":"上水井盖","closing":"井盖补装复位，与路面齐平","condition":1,"limit":"2紧急工作时","text":"井盖缺失、移位或破裂"},"id":"H-2026-000004","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"WC-R-005","siteUnit":"区市政道路养护单位","stage":{"rectified":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000003","servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"},"rectification":{"action":"补装","claimed":{"at":1795510612,"person":"roads-liaison","typedBy":"admin"},"rectifiedAt":1795510612}}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"77ff8e92b2fef28605131a580faf363aa23b6a4f60144a720c5af1e598b1f294","key":"01a20cc5-b162-7e89-90ff-3f675c2f62f8"},"incarnation":1,"onBehalfOf":"roads-liaison","sequence":24,"verb":"hazard.rectify","version":1}',X'ed2dbd399886c1f1505818557977d553b62ccb7acc18990a5e276ae8405ac8a1');
INSERT INTO event VALUES(25,'{"actor":"admin","at":1795510612,"body":{"describe":"三号井盖缺失","dueAt":1795517812,"grounds":{"category":"0101","categoryName":"上水井盖","closing":"井盖补装复位，与路面齐平","condition":1,"limit":"2紧急工作时","text":"井盖缺失、移位或破裂"},"id":"H-2026-000004","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":1,"severity":"general","site":"WC-R-005","siteUnit":"区市政道路养护单位","stage":{"ordered":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000003","rework":{"dueAt":1795514212,"failed":{"at":1795510612,"person":"inspector-2","typedBy":"admin"},"reason":"松动"},"servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"}}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"e4a37fe027c69eefa4a9f9718234b83781bfe6d0c2de98c8c87d2b0588bbe981","key":"01a20cc5-b183-76e7-883e-0bea8099efd9"},"incarnation":1,"onBehalfOf":"inspector-2","sequence":25,"verb":"hazard.verify","version":1}',X'9364d9f1a6c111fc57e914f1a4b934e89fb765e3784dd620a9670b016fef0fcd');
INSERT INTO event VALUES(26,'{"actor":"admin","at":1795510612,"body":{"describe":"三号井盖缺失","dueAt":1795517812,"grounds":{"category":"0101","categoryName":"上水井盖","closing":"井盖补装复位，与路面齐平","condition":1,"limit":"2紧急工作时","text":"井盖缺失、移位或破裂"},"id":"H-2026-000004","observedAt":1795510612,"reported":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"reworkCount":1,"severity":"general","site":"WC-R-005","siteUnit":"区市政道路养护单位","stage":{"rectified":{"order":{"issued":{"at":1795510612,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000003","rework":{"dueAt":1795514212,"failed":{"at":1795510612,"person":"inspector-2","typedBy":"admin"},"reason":"松动"},"servedAt":1795510612,"service":"word","unit":"区市政道路养护单位"},"rectification":{"action":"再装","claimed":{"at":1795510612,"person":"roads-liaison","typedBy":"admin"},"rectifiedAt":1795510612}}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"ad3a9fd57957b86f627de67d8e8114699985dface7dc92e4da9c4eff7e0927d3","key":"01a20cc5-b1a8-7e66-b3a4-d7bb5cb91d83"},"incarnation":1,"onBehalfOf":"roads-liaison","sequence":26,"verb":"hazard.rectify","version":1}',X'ae61a9dd91f2c840fab38f9185111c6f2d928211b74b108588fddf801fd6ca86');
INSERT INTO event VALUES(27,'{"actor":"admin","at":1795510612,"body":{"filed":{"at":1795510612,"person":"inspector-1","typedBy":"admin"},"id":"I-2026-000002","observedAt":1795510612,"result":"absent","settled":[],"site":"WC-C-001"},"district":"420106","entity":"I-2026-000002","filing":{"digest":"1b642a046b14bf7980fe845e76eb4e736ef63107a6ceeb4f56ebd47bd7dec53b","key":"01a20cc5-b1c8-7159-a500-49934881f505"},"incarnation":1,"onBehalfOf":"inspector-1","sequence":27,"verb":"inspection.file","version":1}',X'c1d5a4fd9928fc24446d2cf23c61c8d90a902281b8b56a7d7490f71a161c565b');
CREATE TABLE ledger (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    district TEXT NOT NULL,
    incarnation INTEGER NOT NULL CHECK (incarnation >= 1)
) STRICT;
INSERT INTO ledger VALUES(1,'420106',1);
CREATE TABLE configuration (
    event INTEGER PRIMARY KEY REFERENCES event (sequence),
    district TEXT NOT NULL,
    zone TEXT NOT NULL
) STRICT;
INSERT INTO configuration VALUES(2,'420106','Asia/Shanghai');
CREATE TABLE numbering (
    series TEXT NOT NULL CHECK (series IN ('H', 'I', 'O')),
    year INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= 1),
    PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;
INSERT INTO numbering VALUES('H',2026,4);
INSERT INTO numbering VALUES('I',2026,2);
INSERT INTO numbering VALUES('O',2026,3);
CREATE TABLE site (
    code TEXT PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 40),
    event INTEGER NOT NULL REFERENCES event (sequence),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    subdistrict TEXT NOT NULL CHECK (subdistrict <> ''),
    responsible_unit TEXT NOT NULL CHECK (responsible_unit <> ''),
    tags TEXT NOT NULL CHECK (json_type(tags) = 'array'),
    active_from TEXT,
    active_to TEXT CHECK (active_to IS NULL OR active_from IS NULL OR active_to >= active_from)
) STRICT, WITHOUT ROWID;
INSERT INTO site VALUES('WC-B-001',6,'中南商圈','商圈','中南路街','中南路街道办事处','["共享单车","重要商圈"]',NULL,NULL);
INSERT INTO site VALUES('WC-B-002',6,'徐东商圈','商圈','徐家棚街','徐家棚街道办事处','["共享单车","重要商圈"]',NULL,NULL);
INSERT INTO site VALUES('WC-B-003',6,'楚河汉街商圈','商圈','水果湖街','水果湖街道办事处','["共享单车","重要商圈"]',NULL,NULL);
INSERT INTO site VALUES('WC-C-001',6,'水果湖核心区','核心区','水果湖街','水果湖街道办事处','["核心区"]',NULL,NULL);
INSERT INTO site VALUES('WC-R-001',6,'中北路（东湖路口至楚汉路口）','主干道','水果湖街','区市政道路养护单位','["重要商圈"]',NULL,NULL);
INSERT INTO site VALUES('WC-R-002',6,'东湖路（中北路口至双湖桥）','主干道','水果湖街','区市政道路养护单位','["景观路段"]',NULL,NULL);
INSERT INTO site VALUES('WC-R-003',6,'楚汉路（中北路口至东湖路口）','主干道','水果湖街','区市政道路养护单位','["景观路段","示范路"]',NULL,NULL);
INSERT INTO site VALUES('WC-R-004',6,'中南路（武珞路口至洪山广场）','主干道','中南路街','区市政道路养护单位','["重要商圈"]',NULL,NULL);
INSERT INTO site VALUES('WC-R-005',6,'武珞路（大东门至街道口）','主干道','中南路街','区市政道路养护单位','["示范路"]',NULL,NULL);
INSERT INTO site VALUES('WC-R-006',6,'洪山侧路（中南路口至洪山路口）','主干道','水果湖街','区市政道路养护单位','[]',NULL,NULL);
INSERT INTO site VALUES('WC-R-007',6,'徐东大街（友谊大道口至和平大道口）','主干道','徐家棚街','区市政道路养护单位','["重要商圈"]',NULL,NULL);
INSERT INTO site VALUES('WC-R-008',6,'和平大道（徐东大街口至积玉桥）','主干道','徐家棚街','区市政道路养护单位','[]',NULL,NULL);
INSERT INTO site VALUES('WC-R-009',6,'和平大道（积玉桥至中山路口）','主干道','积玉桥街','区市政道路养护单位','[]',NULL,NULL);
INSERT INTO site VALUES('WC-R-010',6,'临江大道（月亮湾至中华路码头）','主干道','积玉桥街','区市政道路养护单位','["景观路段","示范路"]',NULL,NULL);
INSERT INTO site VALUES('WC-R-011',6,'友谊大道（徐东大街口至余家头）','主干道','杨园街','区市政道路养护单位','[]',NULL,NULL);
INSERT INTO site VALUES('WC-R-012',6,'民主路（司门口至中山路口）','主干道','粮道街','区市政道路养护单位','[]',NULL,NULL);
INSERT INTO site VALUES('WC-R-013',6,'雄楚大道（梅家山至石牌岭）','主干道','珞珈山街','区市政道路养护单位','[]',NULL,NULL);
CREATE TABLE period (
    programme TEXT NOT NULL,
    key TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    settled_by INTEGER REFERENCES event (sequence),
    PRIMARY KEY (programme, key),
    UNIQUE (programme, starts_at)
) STRICT, WITHOUT ROWID;
INSERT INTO period VALUES('bicycles-daily','2026-11-24',1795449600,1795536000,NULL);
INSERT INTO period VALUES('core-area-daily','2026-11-24',1795449600,1795536000,NULL);
INSERT INTO period VALUES('main-roads-daily','2026-11-24',1795449600,1795536000,NULL);
CREATE TABLE inspection (
    id TEXT PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (sequence),
    site TEXT NOT NULL REFERENCES site (code),
    result TEXT NOT NULL CHECK (result IN ('ok', 'hazard', 'absent', 'refused')),
    observed_at INTEGER NOT NULL,
    filed_at INTEGER NOT NULL CHECK (filed_at >= observed_at),
    filed_by TEXT NOT NULL,
    typed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO inspection VALUES('I-2026-000001',12,'WC-R-001','ok',1795510611,1795510611,'inspector-1','admin');
INSERT INTO inspection VALUES('I-2026-000002',27,'WC-C-001','absent',1795510612,1795510612,'inspector-1','admin');
CREATE TABLE duty (
    programme TEXT NOT NULL,
    period TEXT NOT NULL,
    site TEXT NOT NULL REFERENCES site (code),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    target_date TEXT NOT NULL,
    assignee TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'missed')),
    inspection TEXT REFERENCES inspection (id),
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    PRIMARY KEY (programme, period, site, ordinal),
    FOREIGN KEY (programme, period) REFERENCES period (programme, key),
    CHECK ((state = 'done') = (inspection IS NOT NULL)),
    CHECK (late = 0 OR state = 'done')
) STRICT, WITHOUT ROWID;
INSERT INTO duty VALUES('bicycles-daily','2026-11-24','WC-B-001',1,'2026-11-24',NULL,'open',NULL,0);
INSERT INTO duty VALUES('bicycles-daily','2026-11-24','WC-B-002',1,'2026-11-24',NULL,'open',NULL,0);
INSERT INTO duty VALUES('bicycles-daily','2026-11-24','WC-B-003',1,'2026-11-24',NULL,'open',NULL,0);
INSERT INTO duty VALUES('core-area-daily','2026-11-24','WC-C-001',1,'2026-11-24','inspector-1','open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-001',1,'2026-11-24','inspector-1','done','I-2026-000001',0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-002',1,'2026-11-24','inspector-1','open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-003',1,'2026-11-24','inspector-1','open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-004',1,'2026-11-24','inspector-1','open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-005',1,'2026-11-24','inspector-1','open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-006',1,'2026-11-24','inspector-1','open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-007',1,'2026-11-24','inspector-2','open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-008',1,'2026-11-24','inspector-2','open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-009',1,'2026-11-24',NULL,'open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-010',1,'2026-11-24',NULL,'open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-011',1,'2026-11-24',NULL,'open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-012',1,'2026-11-24',NULL,'open',NULL,0);
INSERT INTO duty VALUES('main-roads-daily','2026-11-24','WC-R-013',1,'2026-11-24',NULL,'open',NULL,0);
CREATE TABLE hazard (
    id TEXT PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (sequence),
    site TEXT NOT NULL REFERENCES site (code),
    subdistrict TEXT NOT NULL,
    responsible_unit TEXT NOT NULL,
    category TEXT NOT NULL,
    category_name TEXT NOT NULL,
    condition INTEGER NOT NULL,
    condition_text TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('general', 'major')),
    description TEXT NOT NULL CHECK (description <> ''),
    inspection TEXT REFERENCES inspection (id),
    state TEXT NOT NULL CHECK (state IN ('reported', 'ordered', 'rectified', 'verified', 'closed')),
    observed_at INTEGER NOT NULL,
    reported_at INTEGER NOT NULL CHECK (reported_at >= observed_at),
    reported_by TEXT NOT NULL,
    due_at INTEGER NOT NULL CHECK (due_at > observed_at),
    overdue_since INTEGER CHECK (overdue_since = due_at),
    order_number TEXT UNIQUE,
    served_at INTEGER CHECK (served_at >= observed_at),
    rework_count INTEGER NOT NULL CHECK (rework_count >= 0),
    rework_due_at INTEGER,
    rectified_at INTEGER CHECK (rectified_at >= served_at),
    rectified_by TEXT,
    rectified_typed_by TEXT,
    verified_at INTEGER,
    verified_by TEXT,
    verified_typed_by TEXT,
    typists_count INTEGER CHECK (typists_count IN (0, 1)),
    closed_at INTEGER,
    closed_by TEXT,
    CHECK ((state = 'reported') = (order_number IS NULL)),
    CHECK ((order_number IS NULL) = (served_at IS NULL)),
    CHECK ((state IN ('rectified', 'verified', 'closed')) = (rectified_at IS NOT NULL)),
    CHECK ((rectified_at IS NULL) = (rectified_by IS NULL)),
    CHECK ((rectified_at IS NULL) = (rectified_typed_by IS NULL)),
    CHECK ((state IN ('verified', 'closed')) = (verified_at IS NOT NULL)),
    CHECK ((verified_at IS NULL) = (verified_by IS NULL)),
    CHECK ((verified_at IS NULL) = (typists_count IS NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CHECK (state <> 'verified' OR severity = 'major'),
    CHECK (verified_by <> rectified_by),
    CHECK (closed_by <> rectified_by),
    CHECK (severity = 'general' OR closed_by <> verified_by),
    CHECK (typists_count = 0 OR (
        verified_by <> rectified_typed_by AND verified_typed_by <> rectified_by
        AND verified_typed_by <> rectified_typed_by))
) STRICT, WITHOUT ROWID;
INSERT INTO hazard VALUES('H-2026-000001',13,'WC-R-002','水果湖街','区市政道路养护单位','0103','雨水井盖',1,'井盖缺失、移位或破裂','general','一号井盖缺失',NULL,'reported',1795510611,1795510611,'inspector-1',1795517811,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO hazard VALUES('H-2026-000002',16,'WC-R-003','水果湖街','区市政道路养护单位','0103','雨水井盖',1,'井盖缺失、移位或破裂','general','二号井盖缺失',NULL,'ordered',1795499760,1795510612,'inspector-1',1795506960,1795506960,'O-2026-000001',1795510612,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO hazard VALUES('H-2026-000003',21,'WC-R-004','中南路街','区市政道路养护单位','E0401','路面塌陷',1,'道路塌陷','major','路面塌陷',NULL,'closed',1795510612,1795510612,'inspector-1',1795517812,NULL,'O-2026-000002',1795510612,0,NULL,1795510612,'inspector-1','admin',1795510612,'inspector-2','admin',0,1795510612,'leader-1');
INSERT INTO hazard VALUES('H-2026-000004',26,'WC-R-005','中南路街','区市政道路养护单位','0101','上水井盖',1,'井盖缺失、移位或破裂','general','三号井盖缺失',NULL,'rectified',1795510612,1795510612,'inspector-1',1795517812,NULL,'O-2026-000003',1795510612,1,1795514212,1795510612,'roads-liaison','admin',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE reminder (
    id TEXT PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (sequence),
    kind TEXT NOT NULL CHECK (kind IN ('hazard-overdue', 'duties-missed', 'morning')),
    said_by INTEGER REFERENCES event (sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO reminder VALUES('morning/2026-11-24',10,'morning',11);
INSERT INTO reminder VALUES('overdue/H-2026-000002',14,'hazard-overdue',15);
CREATE INDEX event_by_entity ON event (entity, sequence);
CREATE UNIQUE INDEX event_by_key ON event (key) WHERE key IS NOT NULL;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
CREATE TRIGGER event_is_only_appended BEFORE INSERT ON event
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event)
BEGIN SELECT RAISE(ABORT, 'events are only appended, in sequence'); END;
CREATE INDEX site_by_unit ON site (responsible_unit);
CREATE INDEX period_by_end ON period (ends_at);
CREATE INDEX period_running ON period (ends_at, programme) WHERE settled_by IS NULL;
CREATE INDEX inspection_by_site ON inspection (site, observed_at);
CREATE INDEX duty_open ON duty (programme, period) WHERE state = 'open';
CREATE INDEX hazard_running ON hazard (due_at, id) WHERE state IN ('reported', 'ordered');
CREATE INDEX hazard_by_site ON hazard (site);
CREATE INDEX reminder_unsaid ON reminder (event) WHERE said_by IS NULL;
COMMIT;
