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

    /// Who asks, by the rules in force now.
    /// - Throws: as ``Claim/actor(in:)``.
    func actor(_ request: Request, _ context: PatrolContext) throws(PatrolError) -> Actor {
        try Claim(request, context).actor(in: rulebook.configuration)
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

extension Desk {
    /// A list narrowed by a slip of the pen is not a list of none.
    /// - Throws: ``PatrolError/unknownCategory(code:nearest:)``, ``PatrolError/unknownSite(code:nearest:)``,
    ///   ``PatrolError/unknownSubdistrict(name:nearest:)``, ``PatrolError/unknownUnit(name:nearest:)``.
    func requireKnown(
        category: String? = nil,
        site: String? = nil,
        subdistrict: String? = nil,
        unit: String? = nil,
        _ sight: Sight
    ) async throws {
        if let category {
            do {
                try await ledger.requireCategory(category)
            } catch PatrolError.ambiguousCategory {
                // Hazards of all that are called so are meant.
            }
        }
        // Whoever sees only their own is not told what else there is.
        guard sight == .everything else { return }
        if let site { _ = try await ledger.site(site, sight: sight) }
        if subdistrict != nil || unit != nil {
            try await ledger.requireKnown(subdistrict: subdistrict, unit: unit)
        }
    }
}

/// Who somebody is by the kernel's word, and for whom they say they act.
struct Claim: Sendable {
    private let peer: Peer
    private let onBehalfOf: String?

    init(_ request: Request, _ context: PatrolContext) {
        peer = context.peer
        onBehalfOf = HTTPField.Name(Route.onBehalfOf).flatMap { request.headers[$0] }?.removingPercentEncoding
    }

    /// The one place where a caller becomes a person: by Unix user, with the roles that Unix groups lend, and, where
    /// the request names somebody else, on that person's behalf.
    /// - Throws: ``PatrolError/unknownCaller(user:)``, ``PatrolError/mayNotActForOthers(person:)``,
    ///   ``PatrolError/unknownPerson(id:nearest:)``.
    func actor(in configuration: Configuration) throws(PatrolError) -> Actor {
        guard let known = configuration.people.first(where: { $0.user == peer.user }) else {
            throw .unknownCaller(user: peer.user)
        }
        let lent = peer.groups.flatMap { configuration.groups[$0] ?? [] }
        let caller = known.adding(Set(lent))
        guard let id = onBehalfOf, id != caller.id else { return Actor(caller) }
        guard caller.mayActForOthers else { throw .mayNotActForOthers(person: caller.id) }
        return Actor(try configuration.person(id), typedBy: caller)
    }
}
