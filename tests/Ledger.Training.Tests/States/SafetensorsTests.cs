using System.Text;
using Ledger.Training.States;

namespace Ledger.Training.Tests.States;

/// <summary>Canonical safetensors: a file built by hand, and everything that is refused.</summary>
public sealed class SafetensorsTests
{
    private const string Header = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[1,3],"data_offsets":[8,11]}}""";

    // 1 and −0 as binary32, three bytes.
    private static readonly byte[] Data = [0, 0, 0x80, 0x3F, 0, 0, 0, 0x80, 7, 8, 9];

    private static readonly SafetensorsEntry[] Entries = [new("a", "F32", [2], Data.AsMemory(0, 8)), new("b", "U8", [1, 3], Data.AsMemory(8))];

    /// <summary>Headers that are not canonical, or none, over eleven bytes of data.</summary>
    public static TheoryData<string> Headers =>
    [
        Header + "        ",
        Header.Replace(",\"shape\"", ", \"shape\""),
        Header.Replace("\"b\"", "\"\\u0062\""),
        Header.Replace("\"b\"", "\"a\""),
        Header.Replace("[1,3]", "[3,2]"),
        Header.Replace("[1,3]", "[-1,-3]"),
        Header.Replace("[1,3]", "[65536,65536,3]"),
        Header.Replace("U8", "I8"),
        Header.Replace("\"U8\"", "null"),
        Header.Replace("[8,11]", "[8]"),
        Header.Replace("[8,11]", "[8,12]"),
        Header.Replace("[8,11]", "[11,8]"),
        Header.Replace("[8,11]", "[-8,11]"),
        Header.Replace("[8,11]", "[8,99999999999]"),
        Header.Replace("[8,11]", "8"),
        Header.Replace("\"dtype\":\"U8\",", ""),
        Header.Replace("\"shape\":[1,3],\"data_offsets\":[8,11]", "\"data_offsets\":[8,11],\"shape\":[1,3]"),
        Header.Replace("[8,11]}", "[8,11],\"x\":1}"),
        Header.Replace("{\"a\"", "{\"__metadata__\":{},\"a\""),
        "{\"b\":{\"dtype\":\"U8\",\"shape\":[1,3],\"data_offsets\":[8,11]},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{}",
        "[]",
        "null",
        "{\"a\":",
        "garbage!",
    ];

    [Fact]
    public void Write_TwoTensors_IsTheFileBuiltByHand() => Assert.Equal(File(Header, Data), Safetensors.Write(Entries));

    [Fact]
    public void Read_FileBuiltByHand_IsTheTwoTensors()
    {
        var entries = Safetensors.Read(File(Header, Data));

        Assert.Equal(Entries.Select(Text), entries.Select(Text));
        static string Text(SafetensorsEntry entry) => $"{entry.Name} {entry.Type} {string.Join(',', entry.Shape)} {Convert.ToHexString(entry.Data.Span)}";
    }

    [Fact]
    public void Write_HeaderOfWholeWords_IsNotPadded()
    {
        var file = Safetensors.Write([new("abcd", "U8", [1], new byte[1])]);

        Assert.Equal(0, (file.Length - 1) % 8);
        Assert.Equal((byte)'}', Safetensors.Write([new(Name(file), "U8", [1], new byte[1])])[^2]);

        // A name that fills the padding.
        static string Name(byte[] file) => "abcd" + new string('x', file.Count(static b => b == (byte)' '));
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void Read_HeaderNotCanonical_IsRefused(string header) => AssertRefused(File(header, Data));

    [Fact]
    public void Read_AnyCut_IsRefused()
    {
        var file = Safetensors.Write(Entries);
        for (var length = 0; length < file.Length; length++)
        {
            AssertRefused(file[..length]);
        }
    }

    [Fact]
    public void Read_Longer_IsRefused() => AssertRefused([.. Safetensors.Write(Entries), 0]);

    [Fact]
    public void Read_GapBetweenTensors_IsRefused() =>
        AssertRefused(File(Header.Replace("[8,11]", "[9,12]"), [.. Data[..8], 0, .. Data[8..]]));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Read_ImpossibleHeaderLength_IsRefused(long length)
    {
        var file = Safetensors.Write(Entries);
        BitConverter.TryWriteBytes(file, length);

        AssertRefused(file);
    }

    private static void AssertRefused(byte[] file) => Assert.Throws<InvalidDataException>(() => Safetensors.Read(file));

    private static byte[] File(string header, byte[] data)
    {
        var padded = Encoding.UTF8.GetBytes(header.PadRight((header.Length + 7) / 8 * 8));
        return [.. BitConverter.GetBytes((long)padded.Length), .. padded, .. data];
    }
}
