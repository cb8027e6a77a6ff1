using System.CommandLine;

namespace Ledger.Cli.Verbs;

/// <summary>A command with examples for its help.</summary>
internal sealed class Verb(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>The types of the documents that it answers with <c>--json</c>.</summary>
    public IReadOnlyList<Type> Answers { get; private set; } = [];

    /// <summary>Says what it answers with; the verb itself.</summary>
    public Verb Answering(params IReadOnlyList<Type> answers)
    {
        Answers = answers;
        return this;
    }
}
