package import SystemPackage

/// All the migrations that a binary knows, counted from 1 without a gap.
package struct Migrations: Sendable {
    package let all: [Migration]

    /// Takes migrations in any order; errors are ``PostgresError/migration(_:)``.
    package init(_ migrations: [Migration]) throws(PostgresError) {
        all = migrations.sorted { $0.number < $1.number }
        for (index, migration) in all.enumerated() {
            if migration.number <= index { throw .migration(.duplicate(migration.number)) }
            if migration.number > index + 1 { throw .migration(.gap(index + 1)) }
        }
    }

    /// Reads `NNNN_name.sql` from a directory; files with another ending are ignored.
    package init(directory: FilePath) throws(PostgresError) {
        guard let names = directory.entries() else { throw .migration(.directoryUnreadable) }
        var migrations: [Migration] = []
        for name in names where name.hasSuffix(".sql") {
            guard let sql = directory.appending(name).text(), let migration = Migration(fileName: name, sql: sql) else {
                throw .migration(.badFile(name))
            }
            migrations.append(migration)
        }
        try self.init(migrations)
    }

    /// A migration as the database remembers it.
    struct Applied: Sendable, Equatable {
        let number: Int
        let name: String
        let checksum: String
    }

    /// What is still to be applied; throws when the database's past is not the one that this binary knows.
    ///
    /// `checksums` belong to `all`, in order.
    func pending(after applied: [Applied], checksums: [String]) throws(PostgresError) -> ArraySlice<Migration> {
        let applied = applied.sorted { $0.number < $1.number }
        if let last = applied.last, last.number > all.count {
            throw .migration(.newerSchema(applied: last.number, known: all.count))
        }
        for (index, past) in applied.enumerated() {
            if past.number != index + 1 { throw .migration(.gap(index + 1)) }
            guard past.checksum == checksums[index] else {
                throw .migration(.edited(number: past.number, name: all[index].name))
            }
        }
        return all[applied.count...]
    }
}
