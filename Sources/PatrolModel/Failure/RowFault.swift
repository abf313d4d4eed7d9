/// What is wrong with one cell of a file.
package struct RowFault: Hashable, Codable, Sendable {
    package enum Problem: Hashable, Codable, Sendable {
        case empty
        case tooLong(limit: Int)
        case controlCharacter
        case notACode(String)
        case notADate(String)
        case beforeActiveFrom
        /// No decimal degrees from −limit to limit; what would be a longitude may be in the wrong column.
        case notADegree(String, limit: Int, isSwapped: Bool)
        case tooManyCells(expected: Int, found: Int)
        case repeatedCode(String, firstLine: Int)
        case unknownKind(String, nearest: String?)
        // Of a catalogue.
        case notANumber(String)
        case unreadableLimit(String)
        /// The category is called otherwise on an earlier line.
        case otherName(String, firstLine: Int)
        case repeatedName(String, firstLine: Int)
        case repeatedCondition(firstLine: Int)
        /// The code belonged to something else, which was retired.
        case retiredCode(String)
        case retiredCondition(String)
        /// The text belongs to another number.
        case movedCondition(Int)
        case lostZero(String, whole: String)
        case notARadius(String)
        /// The category has another radius on an earlier line.
        case otherRadius(String, firstLine: Int)
        // Of a day.
        case notATime(String)
        /// It must never mean today.
        case timeWithoutDate(String)
        case unknownWord(String, of: [String])
        /// No latitude and longitude, with a comma between them.
        case notAPosition(String)
        /// What the daemon says of the row's filing.
        indirect case refused(PatrolError)
    }

    /// 1 is the first line of the file.
    package let line: Int
    package let column: String
    package let problem: Problem

    package init(line: Int, column: String, problem: Problem) {
        self.line = line
        self.column = column
        self.problem = problem
    }
}

/// The faults of one row, never none.
package struct RowFaults: Error {
    package let faults: [RowFault]

    init(_ faults: [RowFault]) {
        self.faults = faults
    }
}
