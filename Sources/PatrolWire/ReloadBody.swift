package import PatrolModel

/// What became of a configuration that was read anew.
package struct ReloadBody: Codable, Hashable, Sendable {
    /// In what it differs from the one before; nil where it says the same.
    package var change: ConfigurationChange?

    package init(change: ConfigurationChange?) {
        self.change = change
    }
}
