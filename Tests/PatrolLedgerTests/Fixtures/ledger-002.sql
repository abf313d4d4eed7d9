PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('001-hazards-and-daily-duties');
INSERT INTO grdb_migrations VALUES('002-calendars-deadlines-catalogue');
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
INSERT INTO event VALUES(1,'{"actor":"patrold","at":1795521715,"body":{"district":"420106","incarnation":1},"district":"420106","entity":"420106","incarnation":1,"sequence":1,"verb":"ledger.begin","version":2}',X'892ed608b776b56a4200cf52a6aca1b201df2eff94d9e8f33ad4bb82bd55bf87');
INSERT INTO event VALUES(2,'{"actor":"patrold","at":1795521715,"body":{"calendar":[{"holidays":[{"from":"2026-10-01","name":"国庆节","to":"2026-10-07"}],"workdays":["2026-09-20","2026-10-10"],"year":2026}],"district":{"code":"420106","name":"武昌区"},"groups":{},"language":"zh","people":[{"id":"admin","name":"管理员","roles":["admin"],"user":"root"},{"id":"inspector","name":"巡查岗一","roles":["inspector"],"user":"u1"},{"id":"inspector-2","name":"巡查岗二","roles":["inspector"],"user":"u2"},{"id":"dispatcher","name":"派遣岗","roles":["dispatcher"],"user":"u3"},{"id":"supervisor","name":"督查岗","roles":["supervisor"],"user":"u4"},{"id":"leader","name":"领导一","roles":["leading-group"],"user":"u5"},{"id":"leader-2","name":"领导二","roles":["leading-group"],"user":"u6"},{"id":"auditor","name":"审计岗","roles":["auditor"],"user":"u7"},{"id":"liaison","name":"养护单位联络员","roles":["unit"],"unit":"养护单位","user":"u8"},{"id":"street","name":"水果湖街","roles":["subdistrict"],"subdistrict":"水果湖街","unit":"水果湖街道办","user":"u9"}],"programmes":[{"anyTags":[],"assignees":{"水果湖街":"inspector"},"cadence":"daily","id":"roads-daily","manner":"patrol","name":"主干道每日一巡","roles":[],"siteKinds":["main-road"],"subdistricts":[],"tags":[],"times":1}],"rules":{"fourEyes":{"typistsCount":false},"lateFilingDays":3,"limits":{"extensionDecision":"2工作日","extensionPercent":100,"extensions":2,"order":"4工作时","return":"1工作日","reworkPercent":50,"suspensionDays":365,"verification":"2工作日"},"morning":"00:00","officeHours":["08:00-12:00","14:00-18:00"],"reasonAfterHours":24,"workingDay":"running"},"siteKinds":["main-road","park"],"units":["燃气管网单位"],"zone":"Asia/Shanghai"},"district":"420106","entity":"420106","incarnation":1,"sequence":2,"verb":"configuration.adopt","version":2}',X'0a1f82737c2c5b6b45dc39d53d8ff872d6b7dde44c0ea85762591de093637426');
INSERT INTO event VALUES(3,'{"actor":"patrold","at":1795521715,"body":{"added":[{"code":"0103","conditions":[{"closing":"补装复位","limit":"2紧急工作时","number":1,"text":"缺失"}],"name":"雨水井盖"},{"code":"0306","conditions":[{"limit":"1工作日","number":1,"text":"倾斜"},{"limit":"4工作时","number":2,"text":"破损"}],"name":"户外广告"}],"changed":[],"digest":"6cff81e2d0b1c8c6c5a5e25b999b094eac86b1a9a4eaa3a15c3b76a66d179174","retired":[],"source":"catalogue.csv"},"district":"420106","entity":"catalogue","incarnation":1,"sequence":3,"verb":"catalogue.import","version":2}',X'1c0cca94eef4f11bb5d6f2d59e47c1e4dd3d96be4b0c6376ad12aff074f2850d');
INSERT INTO event VALUES(4,'{"actor":"patrold","at":1795521715,"body":{"cadence":"daily","duties":[],"period":{"end":1795536000,"first":"2026-11-24","key":"2026-11-24","last":"2026-11-24","start":1795449600},"programme":"roads-daily"},"district":"420106","entity":"roads-daily/2026-11-24","incarnation":1,"sequence":4,"verb":"period.open","version":2}',X'4b5eaccbf4caf41a74f9c99a91f2b55fa010474e779caef54883257d57b82b0a');
INSERT INTO event VALUES(5,'{"actor":"admin","at":1795521718,"body":{"added":[{"code":"R-1","kind":"main-road","name":"中北路","responsibleUnit":"养护单位","subdistrict":"水果湖街","tags":[]},{"code":"R-2","kind":"main-road","name":"东湖路","responsibleUnit":"养护单位","subdistrict":"水果湖街","tags":[]},{"code":"R-4","kind":"main-road","name":"中南路","responsibleUnit":"养护单位","subdistrict":"中南路街","tags":[]}],"changed":[]},"district":"420106","entity":"sites","filing":{"digest":"355d8b50dc69cc734e7c154bcc371d15ebc0fc93bae0fd0a4de2ca52813ae2ed","key":"01a20d6f-2a84-7764-bd87-b349f13be8a7"},"incarnation":1,"sequence":5,"verb":"site.import","version":2}',X'618370bbd743d19dec722e4aa843d3d788de4a746e0b86ec72e9d8cd8c325712');
INSERT INTO event VALUES(6,'{"actor":"admin","at":1795521718,"body":{"cadence":"daily","duties":[{"assignee":"inspector","ordinal":1,"site":"R-1","targetDate":"2026-11-24"},{"assignee":"inspector","ordinal":1,"site":"R-2","targetDate":"2026-11-24"},{"ordinal":1,"site":"R-4","targetDate":"2026-11-24"}],"period":{"end":1795536000,"first":"2026-11-24","key":"2026-11-24","last":"2026-11-24","start":1795449600},"programme":"roads-daily"},"district":"420106","entity":"roads-daily/2026-11-24","incarnation":1,"sequence":6,"verb":"period.open","version":2}',X'7c4ba424caa06132f81c8b3b69482b49c8349c54ccfbe826c338989b1398244b');
INSERT INTO event VALUES(7,'{"actor":"patrold","at":1795521718,"body":{"date":"2026-11-24","lines":[{"open":1,"subdistrict":"中南路街"},{"open":2,"subdistrict":"水果湖街"}]},"district":"420106","entity":"2026-11-24","incarnation":1,"sequence":7,"verb":"morning.digest","version":2}',X'f16e9c1071b52a1117fcc0d8d5670f303979c0c5eb0551e6efce37c4499d4b9c');
INSERT INTO event VALUES(8,'{"actor":"patrold","at":1795521718,"body":{"reminders":["morning/2026-11-24"]},"district":"420106","entity":"reminders","incarnation":1,"sequence":8,"verb":"reminder.say","version":2}',X'928c34df61eb1c15d8a710307e03005351a0c6438ae26f0e694c1972b4823b9a');
INSERT INTO event VALUES(9,'{"actor":"admin","at":1795521718,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521718,"isProvisional":false,"limit":"4工作时","start":"observation"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000001","lapses":[],"observedAt":1795521718,"reported":{"at":1795521718,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000001","filing":{"digest":"6ea1647ad0818242cadb3e6ac72b1bdd7e751132f23c35cd7588758bb4fab2c3","key":"01a20d6f-2ab3-7468-9894-6caa559ed027"},"incarnation":1,"onBehalfOf":"inspector","sequence":9,"verb":"hazard.report","version":2}',X'c44544d6d49641a2ba4103f5bfd50b2f2237d72d0c04355e7ff09d80378dc897');
INSERT INTO event VALUES(10,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"observation"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000002","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000002","filing":{"digest":"072039e4fddc6e0cfad2af7cad247813f75a26d8b7874c88bf05877f3bbd4b7b","key":"01a20d6f-2ade-75aa-a247-f11c98bb64de"},"incarnation":1,"onBehalfOf":"inspector","sequence":10,"verb":"hazard.report","version":2}',X'0f0871c767f58e69a6eede563db063775b5624219449b40f3f62ddfb9ec38f4e');
INSERT INTO event VALUES(11,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"observation"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000003","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000003","filing":{"digest":"9d5ad4ae49aaf262c0d54dc7c8ae14290bf1a12c0a0ea4022a61b9e8f9ea43af","key":"01a20d6f-2b07-7b6e-8fcf-82cf503dedbe"},"incarnation":1,"onBehalfOf":"inspector","sequence":11,"verb":"hazard.report","version":2}',X'09322e8715ad6b91cd6c22af372d8da2c529c7d93631ae792319f3ac6d8c1c9a');
INSERT INTO event VALUES(12,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"observation"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000004","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"e677273e5a8f68a41acdb075cf56dbfe8e44585d238fd84972c0221900e29f65","key":"01a20d6f-2b30-706b-8434-f64e3abb268c"},"incarnation":1,"onBehalfOf":"inspector","sequence":12,"verb":"hazard.report","version":2}',X'aca0b7c04b378d4c4a5cf56ce2678219e7682e14f332ab6bfcb96b2db6097405');
INSERT INTO event VALUES(13,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"observation"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000005","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000005","filing":{"digest":"c29ef1f998ff2e188f81cb867bcd3d7fcf245291edf9ee8594205c629a618a26","key":"01a20d6f-2b58-7d14-9bf9-03de714def3c"},"incarnation":1,"onBehalfOf":"inspector","sequence":13,"verb":"hazard.report","version":2}',X'dbf4981553b54e02f530c2cea3f05459841f57857e23ab585a35362ec6ecc72f');
INSERT INTO event VALUES(14,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795514400,"from":1795507200,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000006","lapses":[{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795514400,"from":1795507200,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"kind":"rectification"}],"observedAt":1795507200,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000006","filing":{"digest":"97197b9e85e6df283927fc47305a874cd4a24721d1db7e961ea5da1da5164238","key":"01a20d6f-2b82-7191-a602-a06b98094db4"},"incarnation":1,"onBehalfOf":"inspector","sequence":14,"verb":"hazard.report","version":2}',X'd131f96df0651f590d2333fc8f071b79c0af6b236d1e5bdf343f2bda01f95559');
INSERT INTO event VALUES(15,'{"actor":"patrold","at":1795521719,"body":{"reminders":["overdue/H-2026-000006"]},"district":"420106","entity":"reminders","incarnation":1,"sequence":15,"verb":"reminder.say","version":2}',X'a5e5a9caa95618c0fca73f90b3b6868dd3c7a494bbfa11aaba60a831150854d6');
INSERT INTO event VALUES(16,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795528919,"from":1795521719,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000007","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"reported":{}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000007","filing":{"digest":"c50c3f44ad02cb5f6cdad0763866264c0999c63dd3e6aa3e0c0577a61375b942","key":"01a20d6f-2bab-7624-a71d-986946550812"},"incarnation":1,"onBehalfOf":"inspector","sequence":16,"verb":"hazard.report","version":2}',X'24e2278f68bac78c96512a2b8002adde063d0bccf7772ff74928a38ea03a5684');
INSERT INTO event VALUES(17,'{"actor":"admin","at":1795521719,"body":{"filed":{"at":1795521719,"person":"inspector","typedBy":"admin"},"hazard":"H-2026-000008","id":"I-2026-000001","observedAt":1795521719,"result":"hazard","settled":[{"duty":{"ordinal":1,"period":"2026-11-24","programme":"roads-daily","site":"R-4"},"late":false}],"site":"R-4"},"district":"420106","entity":"I-2026-000001","filing":{"digest":"d3c9a28ab23711739b645acc606c691600a294712724a4857e3e2d67c8dad378","key":"01a20d6f-2bcd-7bec-bbbb-4636f98f0e33"},"incarnation":1,"onBehalfOf":"inspector","sequence":17,"verb":"inspection.file","version":2}',X'1a35c3f48536ae55cd2a671900e9c31e284c408e6ff75796b7bb5c9b89e2ad2e');
INSERT INTO event VALUES(18,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"observation"},"describe":"倾斜","grounds":{"category":"0306","categoryName":"户外广告","condition":1,"limit":"1工作日","text":"倾斜"},"id":"H-2026-000008","inspection":"I-2026-000001","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-4","siteUnit":"养护单位","stage":{"reported":{}},"subdistrict":"中南路街"},"district":"420106","entity":"H-2026-000008","incarnation":1,"onBehalfOf":"inspector","sequence":18,"verb":"hazard.report","version":2}',X'd4b101f236e262b68b0b603fa0b718285e2bb9714bd53b611ec4ce058e995b35');
INSERT INTO event VALUES(19,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000002","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"ordered":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000001","servedAt":1795521719,"service":"word","unit":"养护单位"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000002","filing":{"digest":"7b4f303dbee55976fa5cbe22399610d7e1b5b4d604cbe6f83b1ca9b0a796c923","key":"01a20d6f-2bf3-76c6-b20b-35d338165655"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":19,"verb":"hazard.order","version":2}',X'fb91423265f8a8bf39e495cedfca412ad67b04e3ad0fc20fe9ad9ace306721a8');
INSERT INTO event VALUES(20,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000003","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"ordered":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000002","servedAt":1795521719,"service":"word","unit":"养护单位"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000003","filing":{"digest":"b07fa0cbee824b78c023ce17bcc2fcb881b10b4244ee3b0be2fefea67eda6984","key":"01a20d6f-2c16-7eb9-89ae-f574e5883218"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":20,"verb":"hazard.order","version":2}',X'68b661cd8c2baf9512ea162a77a448eeecd5ef722361eb660350c6f0d15b1909');
INSERT INTO event VALUES(21,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000004","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"ordered":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000003","servedAt":1795521719,"service":"word","unit":"养护单位"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"eba48e42b67453a4945854b5e8f9d0ab23b8b446bb2c650e16e9950e904efdf7","key":"01a20d6f-2c3a-79bd-b622-921eb7bed2a9"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":21,"verb":"hazard.order","version":2}',X'8104432b7832b2bd425fa5cea62150a09b2de49402926be20c28c0c2c160ae84');
INSERT INTO event VALUES(22,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000005","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"ordered":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000004","servedAt":1795521719,"service":"word","unit":"养护单位"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000005","filing":{"digest":"861108f296b11e58a737439d37cd80cae7f5e4644d73816c230ce0d15655083e","key":"01a20d6f-2c5e-71f2-b8d4-58cc239d418e"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":22,"verb":"hazard.order","version":2}',X'ddf6fe9beb522e70cc8afa1a1a7764727d418694d071b0b1918c10b7f84ae6ea');
INSERT INTO event VALUES(23,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795514400,"from":1795507200,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000006","lapses":[{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795514400,"from":1795507200,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"kind":"rectification"}],"observedAt":1795507200,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"ordered":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000005","servedAt":1795521719,"service":"word","unit":"养护单位"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000006","filing":{"digest":"0c857f77d346906c7bfa9690c6b91a302a0dfd5c9c3742bf24c129a90938a69c","key":"01a20d6f-2c82-7235-aecf-fe67d3fba903"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":23,"verb":"hazard.order","version":2}',X'6988aeca0d06bf17b778f9b054264958d8b772ab6d9b8a3d95c0aa905f0fdb55');
INSERT INTO event VALUES(24,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795528919,"from":1795521719,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000007","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"ordered":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000006","servedAt":1795521719,"service":"word","unit":"养护单位"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000007","filing":{"digest":"99677e0b85a0191c1e278be8a69b10f950b9049b56c709dd8406d09d1de51753","key":"01a20d6f-2ca6-777e-afa9-ada6411ce250"},"incarnation":1,"onBehalfOf":"dispatcher","sequence":24,"verb":"hazard.order","version":2}',X'fd2957a54cf053e60f741403d59bf39922c7a12a0510bdb0754302922bf13e30');
INSERT INTO event VALUES(25,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000003","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"rectified":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000002","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000003","filing":{"digest":"2073c85d695171aabe5c31e242bb7348fb08b26e5d706e85252d889946b06a68","key":"01a20d6f-2ccd-74aa-a680-cf58fe551555"},"incarnation":1,"onBehalfOf":"liaison","sequence":25,"verb":"hazard.rectify","version":2}',X'0ab7c31b9a6a6ec3cf3dd445c071be3963bced1d6e27fadb8dd0795d45ac0c8b');
INSERT INTO event VALUES(26,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000004","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"rectified":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000003","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"304c5935ec516dc397d153493a7fda238cf76a2d508b7e59d41e71812a8ab326","key":"01a20d6f-2cf5-7138-bb4f-7ce7cf96af5f"},"incarnation":1,"onBehalfOf":"liaison","sequence":26,"verb":"hazard.rectify","version":2}',X'4f6c59f01e02e6f842c8376d020b0cacb48266ec69f3de874f90d9655c1a33b2');
INSERT INTO event VALUES(27,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000005","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"rectified":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000004","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000005","filing":{"digest":"6f701415a36b3f525a03aea4fa95ffd8c132fdabd4f56abf985f61733b3fae47","key":"01a20d6f-2d1a-76cd-bee5-eacf8cdc19c1"},"incarnation":1,"onBehalfOf":"liaison","sequence":27,"verb":"hazard.rectify","version":2}',X'18ef2529453a541e59167e8463c08e3ddb066cd415c1fa3f1dd50c4b7358b7fb');
INSERT INTO event VALUES(28,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795514400,"from":1795507200,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000006","lapses":[{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795514400,"from":1795507200,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"kind":"rectification"}],"observedAt":1795507200,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"rectified":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000005","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000006","filing":{"digest":"714d75f7c85c3d1742539a841700dabc69539eeeb8964f6d596984ec589bf414","key":"01a20d6f-2d40-715f-843e-c26ecec91e10"},"incarnation":1,"onBehalfOf":"liaison","sequence":28,"verb":"hazard.rectify","version":2}',X'8db6570ad4655dd6f0705fb7e99733d9406ad2db5e375ba423e207e7d2dc2acf');
INSERT INTO event VALUES(29,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795528919,"from":1795521719,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000007","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"rectified":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000006","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000007","filing":{"digest":"fc75080f0308ff0e2d81d8634e75b669791f18711c9b0ea85c9afc1800cf8010","key":"01a20d6f-2d66-7aed-9b6c-cfb62fb8b760"},"incarnation":1,"onBehalfOf":"liaison","sequence":29,"verb":"hazard.rectify","version":2}',X'9e0801c89d978b7b423e445f354154f301123e74ab18507fbe5d79bf914df65c');
INSERT INTO event VALUES(30,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000005","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"closed":{"_0":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000004","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}},"struckOff":{"at":1795521719,"person":"inspector-2","typedBy":"admin"},"verification":{"checked":{"at":1795521719,"person":"inspector-2","typedBy":"admin"},"fourEyes":{"typistsCount":false},"note":"牢固"}}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000005","filing":{"digest":"01e62c6a5a11d22261e8ffaabad2421d04385fec8443bdb2503df617aeb3208e","key":"01a20d6f-2db3-7004-81c3-f3255a5ed7f6"},"incarnation":1,"onBehalfOf":"inspector-2","sequence":30,"verb":"hazard.verify","version":2}',X'30b0c5584039dfb667b0fd0f3502aedd1bdc87a601fd7e7eead8c06fb1b19dc1');
INSERT INTO event VALUES(31,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795514400,"from":1795507200,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000006","lapses":[{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795514400,"from":1795507200,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"kind":"rectification"}],"observedAt":1795507200,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"verified":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000005","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}},"verification":{"checked":{"at":1795521719,"person":"inspector-2","typedBy":"admin"},"fourEyes":{"typistsCount":false},"note":"平整"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000006","filing":{"digest":"ecfcba38e1f08058480d4e23593dbda1fe440142b2efc86230a459bcdc899860","key":"01a20d6f-2dd7-7e20-b65c-b5810ddc5c3e"},"incarnation":1,"onBehalfOf":"inspector-2","sequence":31,"verb":"hazard.verify","version":2}',X'957a8ec04e8875b7099b9043d2da92a72e1e676689abb97f4e40e92fde5c19bf');
INSERT INTO event VALUES(32,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795528919,"from":1795521719,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000007","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"verified":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000006","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}},"verification":{"checked":{"at":1795521719,"person":"inspector-2","typedBy":"admin"},"fourEyes":{"typistsCount":false},"note":"平整"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000007","filing":{"digest":"6694e1b8f3d9181774136ee1c06439fdfbd0adc1cb66ca9b5c3631c52a8153c4","key":"01a20d6f-2dfa-729b-96b5-6359a2f8f038"},"incarnation":1,"onBehalfOf":"inspector-2","sequence":32,"verb":"hazard.verify","version":2}',X'4cfbd0eb8414f8192adba65bec4fae2ff9d8f3a6d7b7988cbcaffd8290af20b8');
INSERT INTO event VALUES(33,'{"actor":"admin","at":1795521719,"body":{"deadline":{"adoption":2,"allowance":{"elapsed":{"seconds":7200}},"at":1795528919,"from":1795521719,"isProvisional":false,"limit":"2紧急工作时","start":"observation"},"describe":"井盖缺失","grounds":{"category":"0103","categoryName":"雨水井盖","closing":"补装复位","condition":1,"limit":"2紧急工作时","text":"缺失"},"id":"H-2026-000007","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":0,"severity":"major","site":"R-2","siteUnit":"养护单位","stage":{"closed":{"_0":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000006","servedAt":1795521719,"service":"word","unit":"养护单位"},"rectification":{"action":"已整改","claimed":{"at":1795521719,"person":"liaison","typedBy":"admin"},"rectifiedAt":1795521719,"verification":{"adoption":2,"allowance":{"office":{"seconds":57600}},"at":1795687200,"from":1795521719,"isProvisional":false,"limit":"2工作日","start":"claim"}},"struckOff":{"at":1795521719,"person":"leader","typedBy":"admin"},"verification":{"checked":{"at":1795521719,"person":"inspector-2","typedBy":"admin"},"fourEyes":{"typistsCount":false},"note":"平整"}}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000007","filing":{"digest":"48b4eacd80cbd9c09d03fbb68ca047d0b487f92a0da8e82da5b3bc7f912423c6","key":"01a20d6f-2e1c-75a0-abe7-e96ee3c7cea4"},"incarnation":1,"onBehalfOf":"leader","sequence":33,"verb":"hazard.close","version":2}',X'4d3c41b279d8f8d67f58c5f27a150f4e698d415e9ae3c997dd6aac76cfa2a9de');
INSERT INTO event VALUES(34,'{"actor":"admin","at":1795521805,"body":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":14400}},"at":1795579200,"from":1795521719,"isProvisional":false,"limit":"4工作时","start":"service"},"describe":"招牌松动","grounds":{"category":"0306","categoryName":"户外广告","condition":2,"limit":"4工作时","text":"破损"},"id":"H-2026-000004","lapses":[],"observedAt":1795521719,"reported":{"at":1795521719,"person":"inspector","typedBy":"admin"},"reworkCount":1,"severity":"general","site":"R-1","siteUnit":"养护单位","stage":{"ordered":{"order":{"issued":{"at":1795521719,"person":"dispatcher","typedBy":"admin"},"number":"O-2026-000003","rework":{"deadline":{"adoption":2,"allowance":{"office":{"seconds":7200}},"at":1795572000,"from":1795521805,"isProvisional":false,"limit":"4工作时","start":"failure"},"failed":{"at":1795521805,"person":"inspector-2","typedBy":"admin"},"reason":"仍松动"},"servedAt":1795521719,"service":"word","unit":"养护单位"}}},"subdistrict":"水果湖街"},"district":"420106","entity":"H-2026-000004","filing":{"digest":"8eae97c1e0bc18b64ded5acd9383f028b1aa84881037a790d1272154dee26fb1","key":"01a20d70-7d52-727b-a651-f614c1cc5a47"},"incarnation":1,"onBehalfOf":"inspector-2","sequence":34,"verb":"hazard.verify","version":2}',X'3039af5233d4709fb42d5ae805f1a422d8773879990dcf0ef26dc9db0581b951');
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
INSERT INTO numbering VALUES('H',2026,8);
INSERT INTO numbering VALUES('I',2026,1);
INSERT INTO numbering VALUES('O',2026,6);
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
INSERT INTO site VALUES('R-1',5,'中北路','main-road','水果湖街','养护单位','[]',NULL,NULL);
INSERT INTO site VALUES('R-2',5,'东湖路','main-road','水果湖街','养护单位','[]',NULL,NULL);
INSERT INTO site VALUES('R-4',5,'中南路','main-road','中南路街','养护单位','[]',NULL,NULL);
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
INSERT INTO inspection VALUES('I-2026-000001',17,'R-4','hazard',1795521719,1795521719,'inspector','admin');
CREATE TABLE programme (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    manner TEXT NOT NULL CHECK (manner IN ('patrol', 'check')),
    cadence TEXT NOT NULL CHECK (cadence <> ''),
    in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
    in_force_from INTEGER NOT NULL,
    first_in_force INTEGER NOT NULL CHECK (first_in_force <= in_force_from)
) STRICT, WITHOUT ROWID;
INSERT INTO programme VALUES('roads-daily','主干道每日一巡','patrol','daily',1,1795521715,1795521715);
CREATE TABLE category (
    code TEXT PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 40),
    event INTEGER NOT NULL REFERENCES event (sequence),
    name TEXT NOT NULL CHECK (name <> ''),
    class TEXT CHECK (class <> ''),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO category VALUES('0103',3,'雨水井盖',NULL,0);
INSERT INTO category VALUES('0306',3,'户外广告',NULL,0);
CREATE TABLE condition (
    category TEXT NOT NULL REFERENCES category (code),
    number INTEGER NOT NULL CHECK (number >= 1),
    text TEXT NOT NULL CHECK (text <> ''),
    time_limit TEXT NOT NULL CHECK (time_limit <> ''),
    closing TEXT CHECK (closing <> ''),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    PRIMARY KEY (category, number)
) STRICT, WITHOUT ROWID;
INSERT INTO condition VALUES('0103',1,'缺失','2紧急工作时','补装复位',0);
INSERT INTO condition VALUES('0306',1,'倾斜','1工作日',NULL,0);
INSERT INTO condition VALUES('0306',2,'破损','4工作时',NULL,0);
CREATE TABLE catalogue_file (
    event INTEGER PRIMARY KEY REFERENCES event (sequence),
    source TEXT NOT NULL CHECK (source <> ''),
    digest TEXT CHECK (length(digest) = 64)
) STRICT;
INSERT INTO catalogue_file VALUES(3,'catalogue.csv','6cff81e2d0b1c8c6c5a5e25b999b094eac86b1a9a4eaa3a15c3b76a66d179174');
CREATE TABLE IF NOT EXISTS "period" (
    programme TEXT NOT NULL,
    key TEXT NOT NULL,
    cadence TEXT NOT NULL CHECK (cadence <> ''),
    first_date TEXT NOT NULL CHECK (length(first_date) = 10),
    last_date TEXT NOT NULL CHECK (last_date >= first_date),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    settled_by INTEGER REFERENCES event (sequence),
    PRIMARY KEY (programme, key)
) STRICT, WITHOUT ROWID;
INSERT INTO period VALUES('roads-daily','2026-11-24','daily','2026-11-24','2026-11-24',1795449600,1795536000,0,NULL);
CREATE TABLE IF NOT EXISTS "duty" (
    programme TEXT NOT NULL,
    period TEXT NOT NULL,
    site TEXT NOT NULL REFERENCES site (code),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    target_date TEXT NOT NULL,
    assignee TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'missed', 'excused')),
    inspection TEXT REFERENCES inspection (id),
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    PRIMARY KEY (programme, period, site, ordinal),
    FOREIGN KEY (programme, period) REFERENCES period (programme, key),
    CHECK ((state = 'done') = (inspection IS NOT NULL)),
    CHECK (late = 0 OR state = 'done')
) STRICT, WITHOUT ROWID;
INSERT INTO duty VALUES('roads-daily','2026-11-24','R-1',1,'2026-11-24','inspector','open',NULL,0);
INSERT INTO duty VALUES('roads-daily','2026-11-24','R-2',1,'2026-11-24','inspector','open',NULL,0);
INSERT INTO duty VALUES('roads-daily','2026-11-24','R-4',1,'2026-11-24',NULL,'done','I-2026-000001',0);
CREATE TABLE IF NOT EXISTS "hazard" (
    id TEXT PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (sequence),
    site TEXT NOT NULL REFERENCES site (code),
    subdistrict TEXT NOT NULL,
    responsible_unit TEXT NOT NULL,
    category TEXT NOT NULL,
    category_name TEXT NOT NULL,
    condition INTEGER NOT NULL,
    condition_text TEXT NOT NULL,
    time_limit TEXT NOT NULL CHECK (time_limit <> ''),
    severity TEXT NOT NULL CHECK (severity IN ('general', 'major')),
    description TEXT NOT NULL CHECK (description <> ''),
    inspection TEXT REFERENCES inspection (id),
    state TEXT NOT NULL CHECK (state IN ('reported', 'ordered', 'rectified', 'verified', 'closed')),
    observed_at INTEGER NOT NULL,
    reported_at INTEGER NOT NULL CHECK (reported_at >= observed_at),
    reported_by TEXT NOT NULL,
    due_start TEXT NOT NULL CHECK (due_start IN ('observation', 'service', 'resumption')),
    due_from INTEGER NOT NULL CHECK (due_from >= observed_at),
    due_at INTEGER NOT NULL CHECK (due_at > observed_at),
    due_provisional INTEGER NOT NULL CHECK (due_provisional IN (0, 1)),
    provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    overdue_since INTEGER CHECK (overdue_since > observed_at),
    noticed INTEGER NOT NULL CHECK (noticed IN (0, 1)),
    order_number TEXT UNIQUE,
    served_at INTEGER CHECK (served_at >= observed_at),
    rework_count INTEGER NOT NULL CHECK (rework_count >= 0),
    rework_due_at INTEGER,
    rectified_at INTEGER CHECK (rectified_at >= served_at),
    rectified_by TEXT,
    rectified_typed_by TEXT,
    verify_due_at INTEGER,
    verified_at INTEGER,
    verified_by TEXT,
    verified_typed_by TEXT,
    typists_count INTEGER CHECK (typists_count IN (0, 1)),
    closed_at INTEGER,
    closed_by TEXT,
    CHECK (due_provisional <= provisional),
    CHECK (noticed = 0 OR overdue_since IS NOT NULL),
    CHECK (due_start <> 'service' OR due_from = served_at),
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
INSERT INTO hazard VALUES('H-2026-000001',9,'R-1','水果湖街','养护单位','0306','户外广告',2,'破损','4工作时','general','招牌松动',NULL,'reported',1795521718,1795521718,'inspector','observation',1795521718,1795579200,0,0,NULL,0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO hazard VALUES('H-2026-000002',19,'R-1','水果湖街','养护单位','0306','户外广告',2,'破损','4工作时','general','招牌松动',NULL,'ordered',1795521719,1795521719,'inspector','service',1795521719,1795579200,0,0,NULL,0,'O-2026-000001',1795521719,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO hazard VALUES('H-2026-000003',25,'R-1','水果湖街','养护单位','0306','户外广告',2,'破损','4工作时','general','招牌松动',NULL,'rectified',1795521719,1795521719,'inspector','service',1795521719,1795579200,0,0,NULL,0,'O-2026-000002',1795521719,0,NULL,1795521719,'liaison','admin',1795687200,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO hazard VALUES('H-2026-000004',34,'R-1','水果湖街','养护单位','0306','户外广告',2,'破损','4工作时','general','招牌松动',NULL,'ordered',1795521719,1795521719,'inspector','service',1795521719,1795579200,0,0,NULL,0,'O-2026-000003',1795521719,1,1795572000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO hazard VALUES('H-2026-000005',30,'R-1','水果湖街','养护单位','0306','户外广告',2,'破损','4工作时','general','招牌松动',NULL,'closed',1795521719,1795521719,'inspector','service',1795521719,1795579200,0,0,NULL,0,'O-2026-000004',1795521719,0,NULL,1795521719,'liaison','admin',1795687200,1795521719,'inspector-2','admin',0,1795521719,'inspector-2');
INSERT INTO hazard VALUES('H-2026-000006',31,'R-2','水果湖街','养护单位','0103','雨水井盖',1,'缺失','2紧急工作时','major','井盖缺失',NULL,'verified',1795507200,1795521719,'inspector','observation',1795507200,1795514400,0,0,1795514400,1,'O-2026-000005',1795521719,0,NULL,1795521719,'liaison','admin',1795687200,1795521719,'inspector-2','admin',0,NULL,NULL);
INSERT INTO hazard VALUES('H-2026-000007',33,'R-2','水果湖街','养护单位','0103','雨水井盖',1,'缺失','2紧急工作时','major','井盖缺失',NULL,'closed',1795521719,1795521719,'inspector','observation',1795521719,1795528919,0,0,NULL,0,'O-2026-000006',1795521719,0,NULL,1795521719,'liaison','admin',1795687200,1795521719,'inspector-2','admin',0,1795521719,'leader');
INSERT INTO hazard VALUES('H-2026-000008',18,'R-4','中南路街','养护单位','0306','户外广告',1,'倾斜','1工作日','general','倾斜','I-2026-000001','reported',1795521719,1795521719,'inspector','observation',1795521719,1795579200,0,0,NULL,0,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "reminder" (
    id TEXT PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (sequence),
    kind TEXT NOT NULL CHECK (kind IN (
        'hazard-overdue', 'duties-missed', 'morning', 'deadline-firm', 'calendar-missing',
        'catalogue-adopted')),
    said_by INTEGER REFERENCES event (sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO reminder VALUES('morning/2026-11-24',7,'morning',8);
INSERT INTO reminder VALUES('overdue/H-2026-000006',14,'hazard-overdue',15);
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
CREATE INDEX inspection_by_site ON inspection (site, observed_at);
CREATE INDEX site_by_kind ON site (kind);
CREATE INDEX category_by_name ON category (name);
CREATE TRIGGER category_is_never_removed BEFORE DELETE ON category
BEGIN SELECT RAISE(ABORT, 'categories are retired, never removed'); END;
CREATE TRIGGER condition_is_never_removed BEFORE DELETE ON condition
BEGIN SELECT RAISE(ABORT, 'conditions are retired, never removed'); END;
CREATE INDEX period_by_end ON period (ends_at);
CREATE INDEX period_running ON period (ends_at, programme) WHERE settled_by IS NULL;
CREATE INDEX period_by_start ON period (programme, cadence, first_date);
CREATE INDEX duty_open ON duty (programme, period) WHERE state = 'open';
CREATE INDEX hazard_running ON hazard (due_at, id) WHERE state IN ('reported', 'ordered');
CREATE INDEX hazard_by_site ON hazard (site);
CREATE INDEX hazard_provisional ON hazard (id) WHERE provisional = 1;
CREATE INDEX reminder_unsaid ON reminder (event) WHERE said_by IS NULL;
COMMIT;
