extension English {
    package func examples(_ command: String) -> [Example] { English.all[command] ?? [] }

    private static let all: [String: [Example]] = [
        "patrol": [
            Example("patrol", "the morning in a few figures"),
            Example("patrol today", "what is mine today, overdue work first"),
            Example("patrol inspect WC-R-001", "walked, and all is well"),
            Example("patrol inspect", "without a code it asks, step by step"),
            Example("patrol overdue --by unit", "who is late, with how many, by how much"),
        ],
        "patrol today": [
            Example("patrol today", "my own list"),
            Example("patrol today --person inspector-2", "somebody else's"),
            Example("patrol today --quiet", "only the codes, one a line"),
        ],
        "patrol morning": [
            Example("patrol morning", "my own list"),
            Example("patrol morning --all | lp", "everybody's to the printer, each on a page"),
            Example("patrol morning --unit Roads --width 120", "a responsible unit's, 120 columns wide"),
            Example("patrol morning --all --json", "for another program"),
        ],
        "patrol inspect": [
            Example("patrol inspect", "asks, step by step"),
            Example("patrol inspect WC-R-001", "walked, and all is well"),
            Example(
                "patrol inspect WC-G-002 --with inspector-2 --result absent --note 'the gate was locked'",
                "nobody there; still to be done"
            ),
            Example(
                "patrol inspect WC-R-003 --hazard --category 0103 --condition 1 --describe 'cover missing, slow lane' --observed-at 16:20",
                "reports a hazard as well"
            ),
            Example(
                "patrol inspect WC-R-003 --hazard --category 0306 --condition 1 --describe 'sign leaning' --fixed --action straightened",
                "found and fixed on the spot"
            ),
            Example(
                "patrol inspect --file day.csv --date 2026-11-23",
                "a day on paper in one go; safe to repeat"
            ),
        ],
        "patrol hazard": [
            Example("patrol hazard list --state rectified", "what waits to be verified"),
            Example("patrol hazard show H-2026-000123", "one hazard, its history and its deadline"),
            Example("patrol hazard rectify H-2026-000123 --note 'put back'", "claims that it is fixed"),
        ],
        "patrol hazard report": [
            Example(
                "patrol hazard report --site WC-R-003 --category 0103 --condition 1 --describe 'cover missing, slow lane'",
                "reports a hazard"
            ),
            Example(
                "patrol hazard report --site WC-R-003 --category 0103 --condition 1 --describe 'another, west side' --at 30.554312,114.316512 --new",
                "not the one that is open close by"
            ),
            Example(
                "patrol hazard report --site WC-R-003 --category 0103 --condition 1 --describe 'cover loose' --fixed --photo before.jpg --photo-after after.jpg",
                "fixed on the spot, with photos of before and after"
            ),
            Example("patrol catalogue list 0103", "finds the category and the condition"),
        ],
        "patrol hazard list": [
            Example("patrol hazard list", "all of them"),
            Example("patrol hazard list --due today", "due later today"),
            Example("patrol hazard list --state ordered --unit Roads", "what a unit still has to fix"),
            Example("patrol hazard list --csv > hazards.csv", "for a spreadsheet"),
        ],
        "patrol hazard show": [
            Example("patrol hazard show H-2026-000123", "its state, its deadline and why, its history"),
            Example("patrol hazard show H-2026-000123 --explain", "the deadline, stretch by stretch"),
            Example(
                "patrol hazard show H-2026-000123 --as-of 2026-10-31",
                "how it stood at the end of October"
            ),
        ],
        "patrol hazard order": [
            Example("patrol hazard order H-2026-000123", "by word of mouth, to the site's unit, now"),
            Example(
                "patrol hazard order H-2026-000123 --service paper --served-at 15:30",
                "on paper, served at 15:30"
            ),
            Example("patrol hazard order H-2026-000123 --unit 'Gas Works'", "to another unit"),
            Example(
                "patrol hazard order H-2026-000123 --service paper --receipt receipt.pdf",
                "with the receipt of service"
            ),
        ],
        "patrol hazard rectify": [
            Example(
                "patrol hazard rectify H-2026-000123 --note 'put back, level with the road'",
                "claims that it is fixed"
            ),
            Example(
                "patrol hazard rectify H-2026-000123 --note 'put back' --observed-at 15:40",
                "with the time it was done"
            ),
            Example(
                "patrol hazard rectify H-2026-000123 --note 'put back' --photo after.jpg",
                "with a photo of it fixed"
            ),
        ],
        "patrol hazard verify": [
            Example("patrol hazard verify H-2026-000123 --note 'seen, level'", "the claim holds"),
            Example(
                "patrol hazard verify H-2026-000123 --fail --note loose",
                "it does not; back to the unit"
            ),
        ],
        "patrol hazard close": [
            Example("patrol hazard close H-2026-000123", "strikes off a verified major")
        ],
        "patrol hazard return": [
            Example(
                "patrol hazard return H-2026-000123 --reason 'the cover belongs to the waterworks'",
                "not ours, and why"
            )
        ],
        "patrol hazard reassign": [
            Example(
                "patrol hazard reassign H-2026-000123 --unit 'Gas Works'",
                "to another unit, told now"
            ),
            Example(
                "patrol hazard reassign H-2026-000123 --unit 'Gas Works' --service paper --served-at 15:30",
                "on paper, served at 15:30"
            ),
            Example(
                "patrol hazard reassign H-2026-000123 --reject --reason 'the register names this unit'",
                "turns the return down"
            ),
        ],
        "patrol hazard progress": [
            Example(
                "patrol hazard progress H-2026-000123 --note 'fenced off; the cover comes on Friday'",
                "how far it has come"
            ),
            Example(
                "patrol hazard progress H-2026-000123 --note 'fenced off' --at 14:20",
                "with the time"
            ),
        ],
        "patrol hazard extend": [
            Example(
                "patrol hazard extend H-2026-000123 --by '3 working days' --reason 'the cover is made to order'",
                "the unit asks"
            ),
            Example(
                "patrol hazard extend H-2026-000123 --grant",
                "a supervisor grants it"
            ),
            Example(
                "patrol hazard extend H-2026-000123 --grant --by '1 working day'",
                "grants less"
            ),
            Example(
                "patrol hazard extend H-2026-000123 --deny --reason 'spares are in stock'",
                "denies it"
            ),
        ],
        "patrol hazard refer": [
            Example(
                "patrol hazard refer H-2026-000123 --to 'Water Bureau' --note 'heaped up on the wharf'",
                "to another department"
            ),
            Example(
                "patrol hazard refer H-2026-000123 --acknowledged",
                "it has acknowledged"
            ),
            Example(
                "patrol hazard refer H-2026-000123 --refused --reason 'of the river commission'",
                "it does not take it"
            ),
            Example(
                "patrol hazard refer H-2026-000123 --outcome 'cleared away'",
                "what it did"
            ),
        ],
        "patrol hazard suspend": [
            Example(
                "patrol hazard suspend H-2026-000123 --until 2027-06-30 --reason 'rebuilt with the road' --measures 'warning signs' --plan CJ-2026-018 --plan-entered 2026-10-30",
                "until works of an entered plan"
            ),
            Example(
                "patrol hazard suspend H-2026-000123 --until 2027-03-15 --reason 'no planting in winter' --measures 'fenced off' --ground season",
                "the season forbids it"
            ),
        ],
        "patrol hazard resume": [
            Example(
                "patrol hazard resume H-2026-000123 --reason 'the works began early'",
                "before its day"
            )
        ],
        "patrol hazard supervise": [
            Example(
                "patrol hazard supervise H-2026-000123 --note 'a report every Friday'",
                "without a plan"
            ),
            Example(
                "patrol hazard supervise H-2026-000123 --leader 'Director Wang' --measures 'replace the pipe' --funds '120,000 of upkeep' --in-charge 'Engineer Li' --deadline 2027-03-31 --contingency 'shut off, evacuate'",
                "a major hazard, with all six parts"
            ),
        ],
        "patrol hazard look-back": [
            Example(
                "patrol hazard look-back H-2026-000123 --note 'firm and level'",
                "it holds"
            ),
            Example(
                "patrol hazard look-back H-2026-000123 --fail --note 'loose again'",
                "it has come back: ordered anew"
            ),
        ],
        "patrol hazard downgrade": [
            Example(
                "patrol hazard downgrade H-2026-000123 --reason 'little harm, on a second look'",
                "no longer a major"
            )
        ],
        "patrol hazard void": [
            Example(
                "patrol hazard void H-2026-000123 --ground unfounded --note 'no such cover there'",
                "nothing was found there"
            ),
            Example(
                "patrol hazard void H-2026-000123 --duplicate-of H-2026-000101",
                "another report of that one"
            ),
            Example(
                "patrol hazard void H-2026-000123 --confirm",
                "the second supervisor, once ordered"
            ),
        ],
        "patrol hazard case": [
            Example(
                "patrol hazard case H-2026-000123 --number CASE-2026-031",
                "files the case"
            ),
            Example(
                "patrol hazard case H-2026-000123 --outcome 'fined 20,000'",
                "what came of it"
            ),
        ],
        "patrol evidence": [
            Example("patrol evidence list H-2026-000123", "what proves a hazard")
        ],
        "patrol evidence list": [
            Example("patrol evidence list H-2026-000123", "what proves a hazard, before and after together"),
            Example("patrol evidence list I-2026-000456", "of an inspection"),
        ],
        "patrol evidence save": [
            Example(
                "patrol evidence save H-2026-000123 file",
                "all of it in the folder file; may be run again"
            )
        ],
        "patrol search": [
            Example("patrol search 井盖", "hazards and sites that speak of manhole covers"),
            Example("patrol search 123", "those with 123 in their number, or their order's"),
            Example("patrol search Zhongbei lamp --kind hazard", "hazards that have both words"),
            Example("patrol search wc-r --kind site", "sites with WC-R in their code"),
        ],
        "patrol overdue": [
            Example("patrol overdue", "all of it, worst first"),
            Example("patrol overdue --by unit", "counted by unit"),
            Example("patrol overdue --subdistrict Shuiguohu", "one subdistrict's"),
            Example("patrol overdue --limit 20", "the worst twenty"),
            Example("patrol overdue --as-of '2026-10-31 17:30'", "what was overdue then, as recorded then"),
        ],
        "patrol duty": [
            Example("patrol duty list --due yesterday --state missed", "what was missed yesterday")
        ],
        "patrol duty list": [
            Example("patrol duty list --due today --state open", "still open, and due today"),
            Example("patrol duty list --due yesterday --state missed", "what was missed yesterday"),
            Example(
                "patrol duty list --programme main-roads-daily --period 2026-11-23",
                "one programme's, of one period"
            ),
            Example("patrol duty list --no-access", "to be visited again"),
        ],
        "patrol programme": [
            Example("patrol programme list", "how each programme stands")
        ],
        "patrol programme list": [
            Example("patrol programme list", "how each programme stands")
        ],
        "patrol programme show": [
            Example("patrol programme show secondary-roads", "over what, how often, the longest real gap")
        ],
        "patrol programme preview": [
            Example("patrol programme preview gas-users-quarterly", "its next ten periods"),
            Example(
                "patrol programme preview main-roads-daily --from 2027-01-01 --periods 31",
                "January, day by day"
            ),
        ],
        "patrol site": [
            Example("patrol site list --kind park", "those of one kind"),
            Example("patrol site import roster.csv", "imports a roster"),
        ],
        "patrol site import": [
            Example("patrol site import roster.csv", "adds and changes by code; safe to repeat"),
            Example(
                "patrol site import roster.csv --retire-missing",
                "and retires what the file does not list"
            ),
        ],
        "patrol site list": [
            Example("patrol site list --subdistrict Shuiguohu", "one subdistrict's"),
            Example("patrol site list --csv > roster.csv", "for a spreadsheet"),
        ],
        "patrol site show": [
            Example("patrol site show WC-R-001", "one site")
        ],
        "patrol site retire": [
            Example("patrol site retire WC-G-003 --reason closed", "from today on"),
            Example(
                "patrol site retire WC-G-003 --on 2026-12-31 --reason demolished",
                "31 December is its last day"
            ),
        ],
        "patrol site compare": [
            Example("patrol site compare gas.csv --kind gas-station", "beside the gas company's list"),
            Example("patrol site compare list.csv --by name", "by name, where the list has no codes"),
        ],
        "patrol catalogue": [
            Example("patrol catalogue list 0103", "finds a category")
        ],
        "patrol catalogue import": [
            Example("patrol catalogue import city.csv", "all or nothing; every fault is listed"),
            Example("patrol catalogue import city.csv --accept-readable", "takes what can be read"),
            Example(
                "patrol catalogue import events.csv --events --keep-missing",
                "the sheet of events alone"
            ),
        ],
        "patrol catalogue list": [
            Example("patrol catalogue list 0103", "those of a code"),
            Example("patrol catalogue list --retired", "retired ones too"),
        ],
        "patrol catalogue show": [
            Example("patrol catalogue show 0103", "its conditions, limits and changes")
        ],
        "patrol upload": [
            Example("patrol upload list --unsent", "what was never sent"),
            Example("patrol upload make --system gas --file batch.csv", "a batch, written to a file"),
            Example("patrol upload receipt answers.csv --system gas", "what the other system answered"),
        ],
        "patrol upload list": [
            Example("patrol upload list --unsent", "what was never sent"),
            Example("patrol upload list --changed --system gas", "what changed since it was sent"),
            Example("patrol upload list --refused", "what was refused, and why"),
        ],
        "patrol upload make": [
            Example("patrol upload make --system gas --file batch.csv", "what is new or changed, to a file"),
            Example("patrol upload make --system gas --refused --file again.csv", "what was refused too"),
        ],
        "patrol upload show": [
            Example("patrol upload show U-2026-000001", "the hazards of a batch"),
            Example("patrol upload show U-2026-000001 --file batch.csv", "the same file again"),
        ],
        "patrol upload receipt": [
            Example(
                "patrol upload receipt answers.csv --system gas",
                "takes them once, however often it is run"
            )
        ],
        "patrol event": [
            Example("patrol event list --entity H-2026-000123", "all about one hazard"),
            Example("patrol event verify", "checks that nothing was changed"),
        ],
        "patrol event list": [
            Example("patrol event list --entity H-2026-000123", "all about one hazard"),
            Example("patrol event list --json > events.json", "all of it; anybody can compute the hashes"),
        ],
        "patrol event verify": [
            Example("patrol event verify", "status 0 is intact, 1 is changed")
        ],
        "patrol outbox": [
            Example("patrol outbox list", "what has not arrived yet"),
            Example("patrol outbox retry", "delivers now"),
        ],
        "patrol outbox list": [
            Example("patrol outbox list", "what waits, was refused, or is broken")
        ],
        "patrol outbox retry": [
            Example("patrol outbox retry", "delivers what waits"),
            Example("patrol outbox retry 2", "number 2 again, though it was refused"),
            Example(
                "patrol outbox retry 2 --new",
                "number 2, which looked like an open hazard and is another"
            ),
        ],
        "patrol outbox drop": [
            Example("patrol outbox drop 2", "number 2 will not be delivered")
        ],
        "patrol status": [
            Example("patrol status", "whether the daemon is well, and a few figures")
        ],
        "patrol completion": [
            Example(
                "patrol completion bash > ~/.local/share/bash-completion/completions/patrol",
                "bash: log in again, then press Tab"
            ),
            Example("patrol completion zsh > ~/.zfunc/_patrol", "zsh: with ~/.zfunc in fpath"),
            Example("patrol completion fish > ~/.config/fish/completions/patrol.fish", "fish"),
        ],
        "patrold": [
            Example("patrold check-config", "checks /etc/patrol without starting"),
            Example(
                "patrold run --config config --state /tmp/patrol --socket /tmp/patrol.sock --log stderr",
                "a trial in the foreground"
            ),
        ],
        "patrold run": [
            Example("patrold run", "serves by /etc/patrol; usually systemd's work"),
            Example(
                "patrold run --config config --state /tmp/patrol --socket /tmp/patrol.sock --log stderr",
                "a trial in the foreground"
            ),
        ],
        "patrold verify": [
            Example("patrold verify", "the ledger in /var/lib/patrol; status 0 is intact, 65 is not"),
            Example("patrold verify --ledger copy.sqlite", "a backup"),
            Example(
                "journalctl -u patrold -o json | patrold verify --heads -",
                "against the journal's heads"
            ),
        ],
        "patrold backup": [
            Example("patrold backup", "into /var/lib/patrol/backups"),
            Example("patrold backup --to /mnt/backup --keep-days 30", "onto another disk, kept 30 days"),
        ],
        "patrold restore": [
            Example("patrold restore /mnt/backup/ledger-2026-11-24-020000-1-5120.sqlite", "from a backup"),
            Example(
                "patrold restore /var/lib/patrol/ledger.sqlite",
                "accepts what is there; tables made anew"
            ),
        ],
        "patrold check-config": [
            Example("patrold check-config --config config", "lists every fault")
        ],
        "patrold reload": [
            Example("patrold reload", "read the configuration again, as systemctl reload patrold does")
        ],
        "patrold deadline": [
            Example("patrold deadline 4工作时 '2026-09-30 16:30'", "when it ends, and what it skips")
        ],
        "patrold simulate": [
            Example(
                "patrold simulate --sites config/sites.csv --config config --days 365",
                "a year of duties"
            )
        ],
    ]
}
