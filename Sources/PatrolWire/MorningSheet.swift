/// What one person, responsible unit or subdistrict has before them on a morning, to be printed or handed on.
package struct MorningSheet: Codable, Hashable, Sendable {
    /// Whom it is for.
    package struct Recipient: Codable, Hashable, Sendable {
        package enum Kind: String, Codable, Hashable, Sendable { case person, unit, subdistrict }

        package var kind: Kind
        /// A person's id; of a unit and a subdistrict their name.
        package var id: String
        package var name: String

        package init(kind: Kind, id: String, name: String) {
            self.kind = kind
            self.id = id
            self.name = name
        }
    }

    package var districtName: String
    package var date: String
    package var at: String
    package var recipient: Recipient
    /// The last event of the record that it was read from, and its hash.
    package var event: Int64
    package var head: String
    /// The next working morning: what is due before it stands in ``dueToday``, since no list comes between.
    package var dueBefore: String
    /// The last working morning: what was missed since stands in ``missed``.
    package var missedSince: String
    /// Hazards that are theirs and past their deadline, the worst first.
    package var overdue: [HazardBody]
    /// Hazards that are theirs and fall due before the next working morning, the soonest first.
    package var dueToday: [HazardBody]
    /// Other reported hazards that wait for their order, the soonest due first.
    package var toOrder: [HazardBody]
    /// Other hazards that they have been ordered to put right, the soonest due first.
    package var orders: [HazardBody]
    /// Hazards that wait for their verification or closing, the soonest due first.
    package var toVerify: [HazardBody]
    /// Duties of theirs that are best done by today and are not.
    package var duties: [DutyBody]
    /// Duties of theirs, or of those they oversee, that were missed since the last working morning.
    package var missed: [DutyBody]

    package init(
        districtName: String,
        date: String,
        at: String,
        recipient: Recipient,
        event: Int64,
        head: String,
        dueBefore: String,
        missedSince: String
    ) {
        self.districtName = districtName
        self.date = date
        self.at = at
        self.recipient = recipient
        self.event = event
        self.head = head
        self.dueBefore = dueBefore
        self.missedSince = missedSince
        (overdue, dueToday, toOrder, orders, toVerify) = ([], [], [], [], [])
        (duties, missed) = ([], [])
    }

    /// There is nothing on it.
    package var isEmpty: Bool {
        [overdue, dueToday, toOrder, orders, toVerify].allSatisfy(\.isEmpty) && duties.isEmpty
            && missed.isEmpty
    }
}
