using System.Globalization;
using System.Text;

namespace Ledger.Cli.Drawing;

/// <summary>Writes elements of XML and HTML; every text and attribute value is escaped, numbers have at most two decimals.</summary>
public sealed class Markup
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>An element without content, closed at once as XML is and HTML allows in drawings.</summary>
    public Markup Empty(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>An element with text.</summary>
    public Markup Text(string element, string text, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append('>').Append(Escape(text)).Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>An element with others inside.</summary>
    public Markup Element(string element, Action<Markup> content, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append('>');
        content(this);
        _text.Append("</").Append(element).Append(">\n");
        return this;
    }

    /// <summary>What another writer has made.</summary>
    public Markup Add(Markup other)
    {
        _text.Append(other._text);
        return this;
    }

    /// <summary>Rules of a style sheet of our own, which are not escaped.</summary>
    public Markup Style(string rules) => Element("style", inside => inside._text.Append(rules));

    /// <summary>Text that may stand between elements and in quoted attributes.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\t' or '\n' => escaped.Append(character),
                < ' ' => escaped.Append('\uFFFD'),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A number as drawings have it.</summary>
    // Adding +0 makes −0 a 0.
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    private void Begin(string element, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(name).Append("=\"").Append(value is double number ? Number(number) : Escape(Convert.ToString(value, CultureInfo.InvariantCulture)!)).Append('"');
            }
        }
    }
}
