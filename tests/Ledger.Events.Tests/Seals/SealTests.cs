using System.Security.Cryptography;
using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;

namespace Ledger.Events.Tests.Seals;

/// <summary>Keys, checkpoints, notes.</summary>
public sealed class SealTests
{
    [Fact]
    public void Parse_SealMadeByOpenSsl_IsSigned()
    {
        var seal = Seal.Parse(SampleSeal.Note, SampleSeal.Key);

        Assert.True(seal.IsSigned);
        Assert.Equal(new Checkpoint("lab.example/tickets", 1234, Digest.Of("a"u8)), seal.Checkpoint);
        Assert.Equal(SampleSeal.Fingerprint, seal.Key.Fingerprint);
        Assert.Equal(SampleSeal.Note, seal.ToString());
    }

    [Fact]
    public void Parse_AnyByteOfTheNoteChanged_IsRefusedOrNotSigned()
    {
        var bytes = Encoding.UTF8.GetBytes(SampleSeal.Note);
        var key = SealVerifier.Parse(SampleSeal.Key);
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var other in new[] { bytes[i] ^ 1, bytes[i] ^ 0x20, ' ', '\n', '\r', '0', 'A', '=', 0, 0xff })
            {
                var changed = bytes.ToArray();
                changed[i] = (byte)other;
                Assert.True(changed[i] == bytes[i] || !IsSigned(changed, key), $"byte {i} changed to {other}");
            }

            Assert.False(IsSigned([.. bytes[..i], .. bytes[(i + 1)..]], key), $"byte {i} left out");
            Assert.False(IsSigned([.. bytes[..i], (byte)'\n', .. bytes[i..]], key), $"a line end before byte {i}");
            Assert.False(IsSigned([.. bytes[..i], (byte)' ', .. bytes[i..]], key), $"a space before byte {i}");
        }

        Assert.False(IsSigned([.. bytes, (byte)'\n'], key));
        Assert.False(IsSigned(Encoding.UTF8.GetBytes(SampleSeal.Note.ReplaceLineEndings("\r\n")), key));
    }

    [Fact]
    public void Parse_AnyCharacterOfTheKeyChanged_IsRefusedOrNotSigned()
    {
        for (var i = 0; i < SampleSeal.Key.Length; i++)
        {
            foreach (var other in "ABZaz09+/= ")
            {
                var changed = SampleSeal.Key[..i] + other + SampleSeal.Key[(i + 1)..];
                Assert.True(changed == SampleSeal.Key || !IsSigned(SampleSeal.Note, changed), $"character {i} changed to {other}");
            }
        }
    }

    public static TheoryData<string> WrongCheckpoints =>
    [
        "", "\n", "o\n1\n", "\n1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n", "o\n01\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n",
        "o\n-1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n", "o\n 1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n", "o\n99999999999999999999\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n",
        "o\n1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSL==\n", "o\n1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLt=\n", "o\n1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs\n",
        "o\n1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=", "o\n1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\nmore\n", "o p\n1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n", "o+p\n1\nypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n",
    ];

    [Theory]
    [MemberData(nameof(WrongCheckpoints))]
    public void Parse_AnythingElseThanACheckpoint_IsRefused(string text) => Assert.Throws<FormatException>(() => Checkpoint.Parse(text));

    [Fact]
    public void Sign_ComesBackFromItsFilesAndIsSigned()
    {
        using var made = SealKey.Create("lab.example/a");
        using var key = SealKey.FromPem(made.ToPem());
        var seal = key.Sign(new Checkpoint(key.Origin, 0, Digest.Of([])));

        var read = Seal.Parse(SignedNote.Parse(Encoding.UTF8.GetBytes(seal.ToString())), SealVerifier.FromPem(made.ToPublicPem()));

        Assert.True(read.IsSigned);
        Assert.Equal(("lab.example/a", made.Public.Fingerprint), (key.Origin, read.Key.Fingerprint));
        Assert.Equal(LedgerSealed.Of(seal), LedgerSealed.Of(read));
    }

    [Fact]
    public void IsSigned_OtherKeyOrName_IsFalse()
    {
        using var ours = SealKey.Create("a");
        using var other = SealKey.Create("a");
        var seal = ours.Sign(new Checkpoint("a", 5, Digest.Of("root"u8)));

        Assert.True(seal.IsSigned);
        Assert.False((seal with { Key = other.Public }).IsSigned);
        Assert.False((seal with { Note = seal.Note with { KeyId = other.Public.KeyId }, Key = other.Public }).IsSigned);
        Assert.False((seal with { Note = seal.Note with { Name = "b" } }).IsSigned);
    }

    [Fact]
    public void Create_WithoutName_IsNamedAfterTheKey()
    {
        using var key = SealKey.Create();

        Assert.Equal($"ledger/{key.Public.KeyId:x8}", key.Origin);
    }

    [Theory]
    [InlineData("")]
    [InlineData("my lab")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    public void Create_NameThatCannotBeOne_IsRefused(string name) => Assert.Throws<FormatException>(() => SealKey.Create(name));

    [Fact]
    public void FromPem_OtherCurveOrNoKey_IsRefused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<FormatException>(() => SealKey.FromPem(other.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<FormatException>(() => SealVerifier.FromPem(other.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<FormatException>(() => SealKey.FromPem("no key"));
        Assert.Throws<FormatException>(() => SealVerifier.FromPem("no key"));
    }

    [Fact]
    public void ToSeal_EventThatSaysSomethingElse_IsRefused()
    {
        var recorded = LedgerSealed.Of(Seal.Parse(SampleSeal.Note, SampleSeal.Key));

        Assert.True(recorded.ToSeal().IsSigned);
        Assert.Throws<FormatException>(() => (recorded with { Size = 1235 }).ToSeal());
        Assert.Throws<FormatException>(() => (recorded with { Root = default }).ToSeal());
        Assert.Throws<FormatException>(() => (recorded with { Origin = "other" }).ToSeal());
    }

    private static bool IsSigned(byte[] note, SealVerifier key)
    {
        try
        {
            return Seal.Parse(SignedNote.Parse(note), key).IsSigned;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsSigned(string note, string key)
    {
        try
        {
            return Seal.Parse(note, key).IsSigned;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
