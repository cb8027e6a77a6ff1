using System.Text;
using System.Text.Json;
using Ledger.Events.Canonical;

namespace Ledger.Events.Tests.Canonical;

/// <summary>RFC 8785, as far as strings, booleans and integers go.</summary>
public sealed class CanonicalJsonTests
{
    // RFC 8785, section 3.2.3: sorted by UTF-16 code units, so that a surrogate pair stands before U+FB33.
    [Fact]
    public void Canonicalize_MembersOfSection323_AreSortedByUtf16()
    {
        const string Given = """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""";
        const string Wanted = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}";

        Assert.Equal(Wanted, Canonical(Given));
    }

    // The string of RFC 8785, section 3.2.2 (its numbers are fractions, which have no place here).
    [Fact]
    public void Canonicalize_StringOfSection322_IsEscapedAsThere()
    {
        var given = """{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[true,false]}""";

        Assert.Equal("""{"literals":[true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}""", Canonical(given));
    }

    [Theory]
    [InlineData("\b\t\n\f\r", "\\b\\t\\n\\f\\r")]
    [InlineData("\u0001\u001f", "\\u0001\\u001f")]
    [InlineData("\u007f\u0080\u2028\u2029/<>&+'", "\u007f\u0080\u2028\u2029/<>&+'")]
    [InlineData("😀𝔸", "😀𝔸")]
    public void Serialize_Text_EscapesOnlyWhatMustBe(string text, string wanted) =>
        Assert.Equal($"\"{wanted}\"", Encoding.UTF8.GetString(CanonicalJson.Serialize(text)));

    [Fact]
    public void Canonicalize_WhitespaceAndNesting_LeavesNoWhitespace() =>
        Assert.Equal("""{"a":[1,{"b":[],"c":{}}],"z":-5}""", Canonical(" { \"z\" : -5 ,\n \"a\" : [ 1 , { \"c\" : { } , \"b\" : [ ] } ] } "));

    [Theory]
    [InlineData("9007199254740991")]
    [InlineData("-9007199254740991")]
    [InlineData("0")]
    public void Canonicalize_IntegerBelowTwoToThe53_IsKept(string number) => Assert.Equal(number, Canonical(number));

    [Theory]
    [InlineData("0.5")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("99999999999999999999")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("\"\\u0000\"")]
    [InlineData("{\"\\u0000\":1}")]
    public void Canonicalize_WhatHasNoPlace_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Canonical(json));

    // Not as attributes: those are kept as UTF-8, which has no lone surrogates.
    [Fact]
    public void Serialize_TextThatCannotBeStored_IsRefused()
    {
        foreach (var text in new[] { "a\0b", "\ud83d", "\ude00\ud83d", "a\udfff", "\ud83dx" })
        {
            Assert.Throws<JsonException>(() => CanonicalJson.Serialize(text));
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Serialize_NotFinite_IsRefused(float number) => Assert.Throws<JsonException>(() => CanonicalJson.Serialize(number));

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"-Infinity\"")]
    [InlineData("\"\"")]
    [InlineData("0.5")]
    public void Deserialize_NotAFiniteNumberInText_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => CanonicalJson.Deserialize<float>(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"18446744073709551616\"")]
    [InlineData("\"-1\"")]
    public void Deserialize_SeedOutOfRange_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => CanonicalJson.Deserialize<ulong>(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData(0f, "0")]
    [InlineData(-0f, "-0")]
    [InlineData(0.1f, "0.1")]
    [InlineData(1e-45f, "1E-45")]
    [InlineData(float.MaxValue, "3.4028235E+38")]
    public void Serialize_Binary32_IsShortestRoundTripText(float number, string wanted) =>
        Assert.Equal($"\"{wanted}\"", Encoding.UTF8.GetString(CanonicalJson.Serialize(number)));

    [Fact]
    public void Serialize_DecimalsOfEqualValue_AreEqualText() =>
        Assert.Equal(CanonicalJson.Serialize(0.2m), CanonicalJson.Serialize(0.2000m));

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Canonicalize(document.RootElement));
    }
}
