import Glibc
import Hummingbird
import PatrolModel
import PatrolWire

/// `POST /v1/configuration/reload`: no filing, and nobody's in the district. Whoever may replace the daemon may have
/// it read its configuration: root, and the user it runs as.
struct ConfigurationRoutes: Sendable {
    let reload: @Sendable () async throws -> ConfigurationChange

    func add(to router: Router<PatrolContext>) {
        router.post("\(Route.reload)") { _, context in
            guard [0, getuid()].contains(context.peer.uid) else {
                throw PatrolError.mayNotReload(user: context.peer.user)
            }
            do {
                let change = try await reload()
                return try JSONBody.response(ReloadBody(change: change.isEmpty ? nil : change))
            } catch let error as PatrolError {
                // Whoever reloads has said it in the journal, in words; it is no failure of this request.
                return ErrorResponse.response(error)
            }
        }
    }
}
