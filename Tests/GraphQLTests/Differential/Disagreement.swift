import GraphQL
import JSON

/// What an engine makes of something, in words that a listed difference can be held against.
struct View {
    /// `accepted`, `refused`, an outcome's kind, or a place in the introspection.
    let kind: String
    let messages: [String]
}

/// Something that two engines see differently.
struct Disagreement: CustomStringConvertible {
    enum Subject: String {
        case schema, introspection, document
        /// Where the faults of an invalid document are.
        case places
        /// What is printed does not read back as the same, to the peer.
        case printing
    }

    let subject: Subject
    let ours: View
    let theirs: View
    /// The texts, and how to have them again.
    let context: String

    /// Itself, or where only our engine refuses, its reasons one by one.
    var parts: [Disagreement] {
        guard theirs.messages.isEmpty, ours.messages.count > 1, ours.kind == "refused" || ours.kind == "invalid" else {
            return [self]
        }
        return ours.messages.map { message in
            let ours = View(kind: ours.kind, messages: [message])
            return Disagreement(subject: subject, ours: ours, theirs: theirs, context: context)
        }
    }

    var description: String {
        """
        \(subject.rawValue)
        ours: \(ours.kind) \(ours.messages)
        peer: \(theirs.kind) \(theirs.messages)
        \(context)
        """
    }
}

extension View: ExpressibleByStringLiteral {
    init(stringLiteral kind: String) {
        self.init(kind: kind, messages: [])
    }
    /// Our own engine's of a schema.
    init(_ schema: Result<Schema, any Error>) {
        switch schema {
        case .success: self.init(kind: "accepted", messages: [])
        case .failure(let error):
            let errors = (error as? SDLErrors)?.errors ?? []
            let isRead = errors.first?.code != .parseFailed
            let place = errors.first?.locations.first.map { "\($0.line):\($0.column)" } ?? ""
            self.init(kind: isRead ? "refused" : "unreadable at \(place)", messages: errors.map(\.message))
        }
    }

    /// The peer's of a schema: null, or why it refuses.
    init(refusal: JSONValue) {
        let messages = refusal["messages"]?.arrayValue?.compactMap(\.stringValue) ?? []
        guard refusal["stage"] != "crash" else {
            self.init(kind: "crashed", messages: messages)
            return
        }
        let place = (refusal["location"]?.arrayValue ?? []).compactMap(\.intValue).map(String.init)
        let reason = place.isEmpty ? "refused" : "unreadable at \(place.joined(separator: ":"))"
        self.init(kind: refusal.isNull ? "accepted" : reason, messages: messages)
    }

    init(_ verdict: Verdict) {
        self.init(kind: verdict.outcome.kind, messages: verdict.messages)
    }
}
