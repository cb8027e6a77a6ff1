namespace Ledger.Events.Tests.Seals;

/// <summary>A seal that OpenSSL made (ecparam prime256v1, dgst -sha256 -sign): another program's bytes.</summary>
public static class SampleSeal
{
    /// <summary>The public key in base64.</summary>
    public const string Key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaEIFdXHSzivFLeEck+ZlUbBwYkLML9rI4bkoXD8Vj5g4RsNaCoeso4P9pRa/NNfmm6bWUK6gctcsJHlilv1ckA==";

    /// <summary>SHA-256 of the key, as <c>openssl dgst -sha256</c> gives it.</summary>
    public const string Fingerprint = "SHA256:zKTonVwh81pSH40LAsdeLOZCg+/FuXhjRMg8J2Qyc5o";

    /// <summary>The seal file.</summary>
    public const string Note = "lab.example/tickets\n1234\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n\n— lab.example/tickets zKTonTBFAiEA0o8mkdFRyc0B+Q+wGiu8Mo2rshMqbRebaFMXOlju2ioCIBQvao5itFhcrBK+6pL7wKGQ8MQXPDyNk2Y/dhBqqTsQ\n";
}
