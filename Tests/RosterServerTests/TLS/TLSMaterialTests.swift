import Foundation
import Logging
import Synchronization
import Testing
import Vault

@testable import RosterServer

struct TLSMaterialTests {
    @Test("a good certificate is taken up when its files change, and a bad one is said once and leaves the old")
    func refresh() throws {
        let folder = try CertificateFolder()
        try folder.write(try SelfSignedCertificate(names: ["localhost"], addresses: []))
        let material = try TLSMaterial(files: folder.files)
        let lines = LogLines()
        let first = material.context
        material.refresh(logger: lines.logger)
        #expect(material.context === first)

        let second = try SelfSignedCertificate(names: ["localhost"], addresses: ["127.0.0.1"])
        try folder.write(second)
        material.refresh(logger: lines.logger)
        let taken = material.context
        #expect(taken !== first)

        let other = try SelfSignedCertificate(names: ["localhost"], addresses: [])
        try other.key.withText { try folder.write($0, to: folder.files.key) }
        for _ in 0..<3 { material.refresh(logger: lines.logger) }
        try folder.write("garbage", to: folder.files.certificate)
        for _ in 0..<3 { material.refresh(logger: lines.logger) }
        #expect(material.context === taken)
        #expect(
            lines.texts == ["new certificate", "the certificate stays as it was", "the certificate stays as it was"])

        try folder.write(second)
        material.refresh(logger: lines.logger)
        #expect(material.context !== taken)
    }

    @Test("files that are of no use are refused by what is wrong with them")
    func faults() throws {
        let folder = try CertificateFolder()
        let files = folder.files
        #expect(throws: TLSFault.certificateUnreadable(path: files.certificate)) { try TLSMaterial(files: files) }
        try folder.write(try SelfSignedCertificate(names: ["localhost"], addresses: []))
        try folder.write("garbage", to: files.key)
        #expect(throws: TLSFault.keyUnreadable(path: files.key)) { try TLSMaterial(files: files) }
        try SelfSignedCertificate(names: ["a"], addresses: []).key.withText { try folder.write($0, to: files.key) }
        #expect(throws: TLSFault.mismatch(certificate: files.certificate, key: files.key)) {
            try TLSMaterial(files: files)
        }
    }

    @Test("no certificate is made for what is no name", arguments: ["", "a,DNS:b", "a b", "*\n", "é"])
    func names(name: String) {
        #expect(throws: VaultError.self) { try SelfSignedCertificate(names: [name], addresses: []) }
        #expect(throws: VaultError.self) { try SelfSignedCertificate(names: [], addresses: [name]) }
    }

    @Test(
        "a handshake that does not begin, or does not end, is closed in its time", arguments: ["", "\u{16}\u{3}\u{1}"])
    func silence(text: String) async throws {
        let folder = try CertificateFolder()
        try folder.write(try SelfSignedCertificate(names: ["localhost"], addresses: []))
        var limits = ServerLimits()
        limits.handshakeTime = .milliseconds(60)
        try await BareServer.with(limits: limits, tls: try TLSMaterial(files: folder.files)) { server in
            let answer = try await server.exchange(text)
            #expect(answer.isEmpty)
        }
    }
}

/// A folder for a certificate and its key, which goes away with it.
private final class CertificateFolder: Sendable {
    private let url = FileManager.default.temporaryDirectory.appending(path: "roster-tls-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    var files: TLSFiles {
        TLSFiles(certificate: url.appending(path: "c.pem").path, key: url.appending(path: "k.pem").path)
    }

    func write(_ made: SelfSignedCertificate) throws {
        try write(String(decoding: made.certificate, as: UTF8.self), to: files.certificate)
        try made.key.withText { try write($0, to: files.key) }
    }

    /// Replaces a file as a careful administrator does: by another one.
    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}

/// Keeps what was logged.
private final class LogLines: Sendable {
    private let messages = Mutex<[String]>([])

    var texts: [String] { messages.withLock { $0 } }

    var logger: Logger {
        Logger(label: "tests") { _ in Handler(lines: self) }
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var logLevel = Logger.Level.info
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.messages.withLock { $0.append("\(event.message)") }
        }
    }
}
