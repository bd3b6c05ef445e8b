import HTTPTypes
import Roster

extension GraphQLAnswering {
    /// Waits for the version that the caller has seen elsewhere, so that it is not shown an older one here.
    ///
    /// - Throws: where `Roster-Min-Version` is no version, or one that does not come in time.
    func waitForVersion(in headers: HTTPFields, within limit: Duration) async throws(HTTPRefusal) {
        let fields = headers[values: .rosterMinimumVersion]
        guard let field = fields.first else { return }
        guard fields.count == 1, let version = Int(field), version >= 0 else { throw .malformedMinimumVersion }
        guard await waitForVersion(version, within: limit) else { throw .versionNotReached }
    }
}
