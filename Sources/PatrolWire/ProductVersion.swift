/// The version of this product, the same in both programs and in the package.
package enum ProductVersion {
    /// As debian/changelog has it, where it is decided; a test compares the two.
    package static let text = "0.6.0"
}
