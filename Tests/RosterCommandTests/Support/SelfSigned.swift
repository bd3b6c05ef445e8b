/// A certificate that vouches for itself, its private key, and a key that is not its own: made for these tests.
enum SelfSigned {
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBszCCAVmgAwIBAgIUatOwAWMt2Yy/JFeNkT/4lNuGoXgwCgYIKoZIzj0EAwIw
        IzEhMB8GA1UEAwwYcm9zdGVyIG1hZGUgdXAgZm9yIHRlc3RzMCAXDTI2MTEyMjEz
        MjQxMloYDzIxMjYxMDI5MTMyNDEyWjAjMSEwHwYDVQQDDBhyb3N0ZXIgbWFkZSB1
        cCBmb3IgdGVzdHMwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARRt5EbGG34XT4A
        AwQE2qPcGmcx8FC3Ld5T+1iHIZOaZlQtFOj31ktwZ8EOe5/I77uGGCGtPtApI4HT
        84aJOfYJo2kwZzAdBgNVHQ4EFgQU9cDodTlKWXdAqajsNv+E79aoKdEwHwYDVR0j
        BBgwFoAU9cDodTlKWXdAqajsNv+E79aoKdEwDwYDVR0TAQH/BAUwAwEB/zAUBgNV
        HREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwIDSAAwRQIhAJQn5lykECAMSTRe
        Qse7AEflrwUdYcVdJAiCLiL2JXnBAiAderM8TocXMYtoPFLH+V94mHTafGamnVBo
        L+IGVIclQQ==
        -----END CERTIFICATE-----
        """

    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHgR/VZAGcrRKvBL7
        n+iUHMAjYS1d1pyWEiKgogEehHWhRANCAARRt5EbGG34XT4AAwQE2qPcGmcx8FC3
        Ld5T+1iHIZOaZlQtFOj31ktwZ8EOe5/I77uGGCGtPtApI4HT84aJOfYJ
        -----END PRIVATE KEY-----
        """

    static let otherKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6Kpywf4sOz2MBWjm
        rsIXkZ9za/CKZkhzejHSmsSZGTOhRANCAARZxQBrOCFj5apAziko8KFbyp19S4nd
        uVQUtUVXFlZiV0fnhKtpEB6s9s8XudBAvrEdJT6865dvXiMyyeCzQi0A
        -----END PRIVATE KEY-----
        """
}
