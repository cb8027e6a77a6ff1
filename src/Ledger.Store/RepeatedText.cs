using System.Text;

namespace Ledger.Store;

/// <summary>Text of which most rows have the same: the string is made once.</summary>
internal struct RepeatedText
{
    private byte[]? _bytes;
    private string? _text;

    /// <summary>The text of <paramref name="utf8"/>.</summary>
    public string Read(ReadOnlySpan<byte> utf8)
    {
        if (_text is null || !utf8.SequenceEqual(_bytes))
        {
            _bytes = utf8.ToArray();
            _text = Encoding.UTF8.GetString(utf8);
        }

        return _text;
    }
}
