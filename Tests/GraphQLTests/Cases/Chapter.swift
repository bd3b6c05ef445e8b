import Foundation
import GraphQL

/// The chapters of the specification that have cases, by their folders.
enum Chapter: String, CaseIterable, Sendable {
    case language = "2-language"
    case typeSystem = "3-type-system"
    case introspection = "4-introspection"
    case validation = "5-validation"
    case execution = "6-execution"
    case response = "7-response"

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Chapters")

    private var folder: URL { Self.root.appending(path: rawValue) }

    /// The files of cases, in order of their sections.
    private func files() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "cases" }
            .sorted { $0.lastPathComponent.compare($1.lastPathComponent, options: .numeric) == .orderedAscending }
    }

    /// All cases of the chapter.
    ///
    /// - Throws: what cannot be read.
    func cases() throws -> [Case] {
        try files().flatMap { url in
            try CaseFile(
                String(contentsOf: url, encoding: .utf8),
                name: url.lastPathComponent,
                chapter: self,
                path: url.path
            ).cases
        }
    }

    /// The SDL that the chapter's cases share.
    func sdl() throws -> String {
        try String(contentsOf: folder.appending(path: "schema.graphql"), encoding: .utf8)
    }

    /// What the fields of that schema answer.
    func data() throws -> String {
        try String(contentsOf: folder.appending(path: "data.json"), encoding: .utf8)
    }

    /// The shared schemas, each built once.
    static let schemas: [Chapter: Result<Schema, any Error>] = Dictionary(
        uniqueKeysWithValues: allCases.map { chapter in (chapter, Result { try Schema(sdl: chapter.sdl()) }) }
    )

    /// Folders beside the chapters, which would be run by nobody.
    static func strangers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.path)
            .filter { Chapter(rawValue: $0) == nil && $0 != "README.md" }
    }
}
