/// Why the schema in the database and the migrations of this binary do not fit together.
package enum MigrationFault: Sendable, Equatable {
    /// The directory of migrations cannot be read.
    case directoryUnreadable
    /// A `.sql` file that is not named `NNNN_name.sql`, or cannot be read as UTF-8.
    case badFile(String)
    /// Two files have the same number.
    case duplicate(Int)
    /// The numbers do not count up from 1; this one is missing.
    case gap(Int)
    /// The database has migrations that this binary does not know.
    case newerSchema(applied: Int, known: Int)
    /// The file was changed after it had been applied.
    case edited(number: Int, name: String)
    /// The migration ended its own transaction, or began one.
    case endsTransaction(number: Int, name: String)
    /// The migration itself failed, and was rolled back.
    case failed(number: Int, name: String, ServerError)
}

extension MigrationFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .directoryUnreadable:
            "The directory of migrations cannot be read; set ROSTER_HOME to where schema/migrations lies."
        case .badFile(let name):
            "The migration file \(name) must be UTF-8 text and be named like 0001_what_it_does.sql."
        case .duplicate(let number):
            "Two migrations have the number \(number)."
        case .gap(let number):
            "Migration \(number) is missing."
        case .newerSchema(let applied, let known):
            "The database's schema is at migration \(applied), but this version of the program knows only \(known); "
                + "start a newer version."
        case .edited(let number, let name):
            "Migration \(number) (\(name)) was edited after it had been applied; "
                + "restore the file and add a new migration."
        case .endsTransaction(let number, let name):
            "Migration \(number) (\(name)) must not contain BEGIN, COMMIT or ROLLBACK."
        case .failed(let number, let name, let error):
            "Migration \(number) (\(name)) failed (\(error.state.rawValue)) and was rolled back."
        }
    }
}
