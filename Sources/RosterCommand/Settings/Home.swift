import SystemPackage

/// The folder that holds what comes with the program: `Public` and `schema`.
struct Home: Sendable {
    let folder: FilePath

    /// The pages.
    var pages: FilePath { folder.appending("Public") }
    /// The numbered files that make and change the database's tables.
    var migrations: FilePath { folder.appending("schema").appending("migrations") }

    /// Takes the folder that was set, else the working directory, else `share/roster` beside the program's `bin`.
    init(setting: (text: String, source: SettingSources.Source)?) throws(SettingFault) {
        if let setting {
            guard let home = Home(FilePath(setting.text)) else {
                throw SettingFault(.home, setting.source, .unusable("is no folder with `Public` and `schema` in it"))
            }
            self = home
            return
        }
        let beside = FilePath.program?.removingLastComponent().removingLastComponent().appending("share/roster")
        guard let home = Home(".") ?? beside.flatMap(Home.init) else {
            let advice = "Name the folder that holds `Public` and `schema`, or start the server in it."
            throw SettingFault(.home, .fallback, .missing(advice))
        }
        self = home
    }

    private init?(_ folder: FilePath) {
        self.folder = folder
        guard pages.appending("index.html").exists && migrations.exists else { return nil }
    }
}
