using FluentValidation;
using Ledger.Application.Failures;
using Ledger.Cli.Answers;
using Ledger.Cli.Screens;

namespace Ledger.Cli;

/// <summary>Tells the user what failed: one line on stderr for each thing wrong, and a document for <c>--json</c>.</summary>
public sealed class FailureReport(Screen screen, bool isDebugging)
{
    /// <summary>Writes the failure; its exit code.</summary>
    public int Write(Exception exception)
    {
        var exit = Tell(exception);
        Document(Messages(exception), exit);
        return exit;
    }

    /// <summary>Writes a failure that has no document of its own; its exit code.</summary>
    public int Tell(Exception exception)
    {
        var exit = ExitCodes.Of(exception);
        Note(Messages(exception));
        if (exception is KernelFaultException)
        {
            screen.Note("Either this machine's hardware is faulty, or ledger's fast kernels are: compare with ledger doctor here and with another machine; ledger replay --reference does without them.");
        }
        else if (exit == ExitCodes.Bug)
        {
            screen.Note($"This is a bug in ledger. Please report it with this line, the command and the output of: ledger doctor{(isDebugging ? "" : "\nLEDGER_DEBUG=1 shows where it happened.")}");
        }

        if (isDebugging)
        {
            screen.Note(exception.ToString());
        }

        return exit;
    }

    /// <summary>Writes messages; the exit code given.</summary>
    public int Write(IReadOnlyList<string> messages, int exit)
    {
        Note(messages);
        Document(messages, exit);
        return exit;
    }

    private void Note(IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            screen.Note($"ledger: {message}", Tone.Bad);
        }
    }

    private void Document(IReadOnlyList<string> messages, int exit)
    {
        if (screen.IsJson)
        {
            screen.Document(new FailureAnswer(string.Join('\n', messages), exit));
        }
    }

    private static IReadOnlyList<string> Messages(Exception exception) => exception switch
    {
        InvalidSpecificationException invalid => [.. invalid.Findings.Select(static finding => finding.ToString())],
        ValidationException { Errors: var errors } when errors.Any() => [.. errors.Select(static error => error.ErrorMessage)],
        InterruptedException => [exception.Message],
        OperationCanceledException => ["interrupted"],
        KernelFaultException => [exception.Message],
        _ when ExitCodes.Of(exception) == ExitCodes.Bug => [$"{exception.GetType().Name}: {exception.Message}"],
        _ => [exception.Message],
    };
}
