using System.Globalization;
using System.Text;

namespace Ledger.Application.Addresses;

/// <summary>
/// What a user names: <c>[FILE#]RUN[/round[/particle]][@step][:start|:end|:mask|:ticket]</c>. RUN is an id, shortened as far as it
/// stays unique, or an experiment's name, with <c>.REPLICATE</c> where it has several runs.
/// </summary>
/// <param name="File">Another ledger file, or null for this one.</param>
/// <param name="Run">The run as written.</param>
/// <param name="Round">The round, or null.</param>
/// <param name="Step">Steps since the start of the round's training, or null.</param>
/// <param name="Part">The object named, or null.</param>
public sealed record Address(string? File, string Run, int? Round = null, int? Step = null, AddressPart? Part = null)
{
    /// <summary>The grammar, for messages and help.</summary>
    public const string Grammar = "[FILE#]RUN[/round][@step][:start|:end|:mask|:ticket]";

    /// <summary>Reads an address.</summary>
    /// <exception cref="MalformedAddressException">The text is none; the message names the place.</exception>
    public static Address Parse(string text) => new AddressReader(text).Read();

    /// <summary>Reads the address of a run or round, without step and part.</summary>
    /// <exception cref="MalformedAddressException">The text is none; the message names the place.</exception>
    public static Address ParseRound(string text)
    {
        var address = Parse(text);
        return address is { Step: null, Part: null }
            ? address
            : throw new MalformedAddressException(text, text.LastIndexOfAny(['@', ':']) + 1, "a run or round is wanted here, not a part of one: leave this out");
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(File is null ? Run : $"{File}#{Run}");
        text.Append(CultureInfo.InvariantCulture, $"{(Round is { } round ? $"/{round}" : "")}{(Step is { } step ? $"@{step}" : "")}");
        return text.Append(Part is { } part ? $":{NameOf(part)}" : "").ToString();
    }

    /// <summary>How an address writes a part.</summary>
    public static string NameOf(AddressPart part) => part switch
    {
        AddressPart.Start => "start",
        AddressPart.End => "end",
        AddressPart.Mask => "mask",
        _ => "ticket",
    };
}
