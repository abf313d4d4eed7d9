import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PatrolLedger
import PatrolModel
import PatrolWire

/// What a request carries besides itself: who the kernel says is asking.
struct PatrolContext: RequestContext {
    struct Source: RequestContextSource {
        let channel: any Channel
        let logger: Logger
        let peer: Peer
    }

    var coreContext: CoreRequestContextStorage
    let peer: Peer

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.peer
    }
}

/// What every route has at hand.
struct Desk: Sendable {
    let ledger: Ledger
    let clock: any WallClock

    var rulebook: Rulebook { ledger.rulebook }

    /// The one place where a caller becomes a person: by Unix user, with the roles that Unix groups lend, and, where
    /// the request names somebody else, on that person's behalf.
    /// - Throws: ``PatrolError/unknownCaller(user:)``, ``PatrolError/mayNotActForOthers(person:)``,
    ///   ``PatrolError/unknownPerson(id:nearest:)``.
    func actor(_ request: Request, _ context: PatrolContext) throws(PatrolError) -> Actor {
        let configuration = rulebook.configuration
        let peer = context.peer
        guard let known = configuration.people.first(where: { $0.user == peer.user }) else {
            throw .unknownCaller(user: peer.user)
        }
        let lent = peer.groups.flatMap { configuration.groups[$0] ?? [] }
        let caller = known.adding(Set(lent))
        guard let name = HTTPField.Name(Route.onBehalfOf), let encoded = request.headers[name],
            let id = encoded.removingPercentEncoding, id != caller.id
        else { return Actor(caller) }
        guard caller.mayActForOthers else { throw .mayNotActForOthers(person: caller.id) }
        return Actor(try configuration.person(id), typedBy: caller)
    }

    /// The person who reads, provided they have the verb.
    func reader(_ request: Request, _ context: PatrolContext, _ verb: Verb = .read) throws(PatrolError)
        -> Person
    {
        let person = try actor(request, context).person
        try person.require(verb)
        return person
    }
}
