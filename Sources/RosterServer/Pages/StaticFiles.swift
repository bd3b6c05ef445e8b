import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Serves the files of `Public/` where no route answers; a folder is answered by its `index.html`, and the address of a
/// page, which has no ending, by its `.html`.
///
/// Browsers keep the files but ask each time whether they are still right, so a new build shows at once.
struct StaticFiles: RouterMiddleware {
    typealias Context = RequestScope

    private let files: FileMiddleware<RequestScope, LocalFileSystem>

    init(folder: String, logger: Logger) {
        files = FileMiddleware(
            folder,
            cacheControl: CacheControl([(MediaType(type: .any), [CacheControl.Value.noCache])]),
            searchForIndexHtml: true,
            logger: logger
        )
    }

    func handle(
        _ request: Request,
        context: RequestScope,
        next: (Request, RequestScope) async throws -> Response
    ) async throws -> Response {
        guard Self.isPlain(request.uri.path) else { return try await next(request, context) }
        let request = Self.file(of: request)
        do {
            return try await files.handle(request, context: context, next: next)
        } catch let error as any HTTPResponseError where error.status == .notFound {
            guard request.method != .get && request.method != .head else { throw error }
            var head = request.head
            head.method = .head
            // Throws the same 404 if there is no such file either.
            let probe = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            _ = try await files.handle(probe, context: context) { _, _ in throw error }
            throw HTTPRefusal.methodNotAllowed(allowed: [.get, .head])
        }
    }

    /// Whether a path can be that of a file: what the file system or a `Location` field would read in another way, such
    /// as NUL or two slashes in front, is no file's.
    private static func isPlain(_ path: String) -> Bool {
        guard !path.utf8.starts(with: "//".utf8), let decoded = path.percentDecoded else { return false }
        return decoded.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    private static let pages: Set = ["/chat", "/playground", "/settings"]

    private static func file(of request: Request) -> Request {
        let path = request.uri.path
        guard pages.contains(path) else { return request }
        var head = request.head
        head.path = path + ".html"
        return Request(head: head, body: request.body)
    }
}
