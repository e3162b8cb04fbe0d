// swift-tools-version:5.5
// SPDX-License-Identifier: MIT
import PackageDescription

// `make swift` copies the C sources and the header into Sources/CLoginlint first: a package may not reach outside its folder.
let package = Package(
    name: "Loginlint",
    products: [.library(name: "Loginlint", targets: ["Loginlint"])],
    targets: [
        .target(name: "CLoginlint", path: "Sources/CLoginlint", cSettings: [.headerSearchPath("lib")]),
        .target(name: "Loginlint", dependencies: ["CLoginlint"], path: "Sources/Loginlint"),
        .executableTarget(name: "scanned", dependencies: ["Loginlint"], path: "Tests/Scanned"),
        .executableTarget(name: "transcript", dependencies: ["Loginlint"], path: "Tests/Transcript"),
        .testTarget(name: "LoginlintTests", dependencies: ["Loginlint"], path: "Tests/LoginlintTests"),
    ],
    cLanguageStandard: .c11
)
