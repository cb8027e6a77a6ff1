using System.CommandLine;
using Ledger.Application.Claims.Registering;
using Ledger.Cli.Answers;
using Ledger.Cli.Auditing;
using Ledger.Store.Contract;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger claim register|ls|show</c>.</summary>
public sealed class ClaimVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session) => new Verb(
        "claim",
        "Register claims before their results are there; look at those that are registered",
        "ledger claim register experiments/claims/quick.yaml",
        "ledger claim ls",
        "ledger claim show quick-result")
    {
        Register(session), List(session), Show(session),
    };

    private static Verb Register(Session session)
    {
        var files = new Argument<string[]>("CLAIMS") { Description = "Claim files (YAML)", Arity = ArgumentArity.OneOrMore };
        var verb = new Verb("register", "Record claims, so that their age can be told from then on; the ledger is made when missing", "ledger claim register experiments/claims/quick.yaml") { files };
        verb.SetAction(async (parse, cancellation) =>
        {
            var claims = ClaimFiles.Read(parse.GetRequiredValue(files));
            using var ledger = session.Open(OpenMode.Create);
            var registered = await ledger.Send(new RegisterClaims(claims), cancellation);
            session.Screen.Answer(new ClaimsAnswer(registered), () => ClaimScreen.WriteRegistered(session.Screen, registered));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(ClaimsAnswer));
    }

    private static Verb List(Session session)
    {
        var verb = new Verb("ls", "List the claims that the ledger has registered", "ledger claim ls");
        verb.SetAction(async (_, cancellation) =>
        {
            using var ledger = session.Open();
            var claims = await ledger.Send(new ListClaims(), cancellation);
            session.Screen.Answer(new ClaimsAnswer(claims), () => ClaimScreen.WriteList(session.Screen, claims));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(ClaimsAnswer));
    }

    private static Verb Show(Session session)
    {
        var name = new Argument<string>("CLAIM") { Description = "Its name, or the beginning of its digest" };
        var verb = new Verb("show", "Show a registered claim, its seeds and its audits", "ledger claim show quick-result") { name };
        verb.SetAction(async (parse, cancellation) =>
        {
            using var ledger = session.Open();
            var claim = await ledger.Send(new ShowClaim(parse.GetRequiredValue(name)), cancellation);
            session.Screen.Answer(claim, () => ClaimScreen.Write(session.Screen, claim));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(RegisteredClaim));
    }
}
