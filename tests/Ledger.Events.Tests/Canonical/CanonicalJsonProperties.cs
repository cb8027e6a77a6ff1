using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Ledger.Events.Canonical;

namespace Ledger.Events.Tests.Canonical;

/// <summary>What holds for any value.</summary>
public sealed class CanonicalJsonProperties
{
    [Fact]
    public void Serialize_AnyBinary32_ComesBackBitForBit() => Check.QuickThrowOnFailure(Prop.ForAll<int>(static bits =>
    {
        var number = BitConverter.Int32BitsToSingle(bits * 2654435);
        return !float.IsFinite(number)
            || BitConverter.SingleToInt32Bits(CanonicalJson.Deserialize<float>(CanonicalJson.Serialize(number))) == BitConverter.SingleToInt32Bits(number);
    }));

    [Fact]
    public void Serialize_AnyText_ComesBackOrIsRefused() => Check.QuickThrowOnFailure(Prop.ForAll<string>(static text =>
    {
        if (text is null)
        {
            return true;
        }

        try
        {
            return CanonicalJson.Deserialize<string>(CanonicalJson.Serialize(text)) == text;
        }
        catch (JsonException)
        {
            return text.Any(static character => character == '\0' || char.IsSurrogate(character));
        }
    }));

    [Fact]
    public void Canonicalize_Again_ChangesNothing() => Check.QuickThrowOnFailure(Prop.ForAll<Dictionary<NonNull<string>, int[]>>(static given =>
    {
        var value = given.ToDictionary(static pair => new string([.. pair.Key.Get.Where(static c => c != '\0' && !char.IsSurrogate(c))]) + pair.Key.GetHashCode(), static pair => pair.Value ?? []);
        var once = CanonicalJson.Serialize(value);
        using var document = JsonDocument.Parse(once);
        return CanonicalJson.Canonicalize(document.RootElement).AsSpan().SequenceEqual(once);
    }));
}
