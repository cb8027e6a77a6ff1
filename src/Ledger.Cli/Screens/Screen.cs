using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ledger.Cli.Screens;

/// <summary>Where the program writes: the answer on stdout, everything else on stderr.</summary>
public sealed class Screen
{
    // Tables in files and pipes are as wide as their content.
    private const int Unlimited = 1000;

    private readonly Surroundings _surroundings;
    private readonly Lazy<IAnsiConsole> _answer;
    private readonly Lazy<IAnsiConsole> _side;

    /// <summary>A screen on the program's surroundings.</summary>
    public Screen(Surroundings surroundings, bool isJson)
    {
        _surroundings = surroundings;
        IsJson = isJson;
        _answer = new(() => Create(surroundings.Output, surroundings.IsOutputTerminal));
        _side = new(() => Create(surroundings.Error, surroundings.IsErrorTerminal));
    }

    /// <summary>True if the answer is one JSON document; then nothing else goes to stdout.</summary>
    public bool IsJson { get; }

    /// <summary>True if stderr is a terminal, where progress may be drawn.</summary>
    public bool ShowsProgress => _surroundings.IsErrorTerminal;

    /// <summary>True if the user can be asked.</summary>
    public bool CanAsk => _surroundings.IsErrorTerminal && _surroundings.IsInputTerminal && !IsJson;

    /// <summary>The console on stderr, for progress and questions.</summary>
    public IAnsiConsole Side => _side.Value;

    /// <summary>Writes the answer: the document with <c>--json</c>, else the text.</summary>
    public void Answer(object document, Action text)
    {
        if (IsJson)
        {
            Document(document);
        }
        else
        {
            text();
        }
    }

    /// <summary>A line of the answer, never wrapped.</summary>
    public void Line(string text = "") => _surroundings.Output.WriteLine(text);

    /// <summary>A line of the answer, in colour on a terminal.</summary>
    public void Line(string text, Tone tone) => Line(Toned(text, tone, _surroundings.IsOutputTerminal));

    /// <summary>A table or tree of the answer.</summary>
    public void Show(IRenderable renderable) => _answer.Value.Write(renderable);

    /// <summary>The answer as JSON.</summary>
    public void Document(object document) => Line(JsonText.Of(document));

    /// <summary>A line beside the answer.</summary>
    public void Note(string text = "") => _surroundings.Error.WriteLine(text);

    /// <summary>A line beside the answer, in colour on a terminal.</summary>
    public void Note(string text, Tone tone) => Note(Toned(text, tone, _surroundings.IsErrorTerminal));

    /// <summary>Asks for consent; an empty answer is yes.</summary>
    public bool Ask(string question)
    {
        _surroundings.Error.Write($"{question} [Y/n] ");
        return _surroundings.Input.ReadLine()?.Trim().ToUpperInvariant() is "" or "Y" or "YES";
    }

    // A line that the console writes would be wrapped at its width; a terminal wraps long digests without breaking them for those who copy.
    private string Toned(string text, Tone tone, bool isTerminal) => HasColours(isTerminal) ? tone.Paint(text) : text;

    private bool HasColours(bool isTerminal) => isTerminal && string.IsNullOrEmpty(_surroundings.Variable("NO_COLOR")) && _surroundings.Variable("TERM") != "dumb";

    private IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal && _surroundings.Variable("TERM") != "dumb" ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = HasColours(isTerminal) ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (_surroundings.Width is { } width)
        {
            console.Profile.Width = width;
        }
        else if (!isTerminal)
        {
            console.Profile.Width = Unlimited;
        }

        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
