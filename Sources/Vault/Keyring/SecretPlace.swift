/// Where a secret lies and whom it may be sent to: a ciphertext opens here only.
package struct SecretPlace: Sendable, Hashable {
    /// The database's own id, so a row copied to another installation opens nothing there.
    package var installation: String
    package var table: String
    package var column: String
    package var row: Int
    /// Scheme, host and port to which the secret may go, as the caller normalises them; nil or empty is none.
    package var origin: String?

    package init(installation: String, table: String, column: String, row: Int, origin: String?) {
        self.installation = installation
        self.table = table
        self.column = column
        self.row = row
        self.origin = origin
    }

    /// The associated data for a ciphertext with that header.
    ///
    /// Format, key id, then each field behind its length in four bytes, the row in eight; all numbers with the highest
    /// byte first. Lengths before contents make it unambiguous: no two places have the same encoding.
    func associatedData(version: UInt8, key: KeyID) -> [UInt8] {
        var data = [version] + key.bytes
        for field in [installation, table, column, origin ?? ""] {
            data.append(bigEndian: UInt32(truncatingIfNeeded: field.utf8.count))
            data.append(contentsOf: field.utf8)
        }
        data.append(bigEndian: UInt64(bitPattern: Int64(row)))
        return data
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}
