using System.Globalization;

namespace Ledger.Application.Addresses;

/// <summary>Reads an address from left to right.</summary>
internal sealed class AddressReader(string text)
{
    private static readonly char[] Marks = ['/', '@', ':'];

    private int _next;

    /// <summary>The address.</summary>
    public Address Read()
    {
        var file = ReadFile();
        var run = ReadWord();
        if (run.Length == 0)
        {
            throw Wrong(_next, $"names no run: the grammar is {Address.Grammar}");
        }

        var round = Take('/') ? ReadNumber("round", $"{run}/3") : (int?)null;
        if (round is not null && Take('/'))
        {
            throw Wrong(_next - 1, "particles belong to SWAMP, which no run here uses yet: leave out what follows the round");
        }

        var at = _next;
        var step = Take('@') ? ReadNumber("step", $"{run}@500") : (int?)null;
        var part = Take(':') ? ReadPart() : (AddressPart?)null;
        if (step is not null && part is not null)
        {
            throw Wrong(at, $"@{step} names a state, :{Address.NameOf(part.Value)} another object: use one of the two");
        }

        return _next == text.Length ? new Address(file, run, round, step, part) : throw Wrong(_next, $"'{text[_next..]}' is out of place: the grammar is {Address.Grammar}");
    }

    private string? ReadFile()
    {
        // The last one: a file's name may hold the mark, a run's cannot.
        if (text.LastIndexOf('#') is not (>= 0 and var mark))
        {
            return null;
        }

        _next = mark + 1;
        return mark > 0 ? text[..mark] : throw Wrong(0, "names no file before '#'");
    }

    private string ReadWord()
    {
        var start = _next;
        var end = text.IndexOfAny(Marks, start);
        _next = end < 0 ? text.Length : end;
        return text[start.._next];
    }

    private bool Take(char mark)
    {
        if (_next == text.Length || text[_next] != mark)
        {
            return false;
        }

        _next++;
        return true;
    }

    private int ReadNumber(string what, string example)
    {
        var start = _next;
        var word = ReadWord();
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(start, $"'{word}' is not a {what}: write a number from 0, for example {example}");
    }

    private AddressPart ReadPart()
    {
        var start = _next;
        var word = ReadWord();
        foreach (var part in Enum.GetValues<AddressPart>())
        {
            if (word == Address.NameOf(part))
            {
                return part;
            }
        }

        throw Wrong(start, $"'{word}' is no part of a round: write start, end, mask or ticket");
    }

    private MalformedAddressException Wrong(int index, string problem) => new(text, index + 1, problem);
}
