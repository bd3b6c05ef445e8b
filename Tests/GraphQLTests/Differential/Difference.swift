import Foundation
import JSON

/// A listed difference between the engines: where the peer is older than the edition, or strays from it.
struct Difference: CustomStringConvertible, Sendable {
    /// Of the September 2025 edition.
    let section: String
    let reason: String
    let subject: Disagreement.Subject
    let ours: Side
    let theirs: Side
    /// A question in which nothing else differs.
    let witness: JSONValue

    /// What one engine makes of it.
    struct Side: Sendable {
        /// A regular expression for the kind of view.
        let kind: String
        /// A regular expression for all of its messages; nil where they do not matter.
        let message: String?
        /// A regular expression for one of its messages at least; nil where there need not be any.
        let some: String?

        func covers(_ view: View) -> Bool {
            guard view.kind.wholly(matches: kind) else { return false }
            if let message, !view.messages.allSatisfy({ $0.wholly(matches: message) }) { return false }
            guard let some else { return true }
            return view.messages.contains { $0.wholly(matches: some) }
        }
    }

    var description: String { "\(section): \(reason)" }

    func explains(_ disagreement: Disagreement) -> Bool {
        subject == disagreement.subject && ours.covers(disagreement.ours) && theirs.covers(disagreement.theirs)
    }

    struct Unreadable: Error {}

    /// All of them, from `Tests/Peers/differences.json`.
    static let all = Result { () throws -> [Difference] in
        let json = try JSONValue(parsing: Array(try Data(contentsOf: Peer.folder.appending(path: "differences.json"))))
        return try (json.arrayValue ?? []).map(Difference.init)
    }

    private init(_ json: JSONValue) throws {
        func side(_ name: String) throws -> Side {
            guard let kind = json[name]?["kind"]?.stringValue else { throw Unreadable() }
            return Side(
                kind: kind,
                message: json[name]?["message"]?.stringValue,
                some: json[name]?["some"]?.stringValue
            )
        }
        guard let section = json["section"]?.stringValue, let reason = json["reason"]?.stringValue,
            let subject = json["subject"]?.stringValue.flatMap(Disagreement.Subject.init), let witness = json["witness"]
        else { throw Unreadable() }
        self.section = section
        self.reason = reason
        self.subject = subject
        self.witness = witness
        ours = try side("ours")
        theirs = try side("peer")
    }
}

extension String {
    fileprivate func wholly(matches pattern: String) -> Bool {
        guard let regex = try? Regex(pattern) else { return false }
        return wholeMatch(of: regex.dotMatchesNewlines()) != nil
    }
}
