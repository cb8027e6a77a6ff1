using System.CommandLine;
using System.Globalization;
using Ledger.Application.Data;
using Ledger.Application.Vectors;
using Ledger.Cli.Data;
using Ledger.Cli.Running;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger vectors SPEC --output FILE</c>: a step operation by operation, for whoever implements the arithmetic again.</summary>
public sealed class VectorsVerb : IVerb
{
    private const string Output = "--output";

    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var specification = new Argument<string>("SPEC") { Description = "The experiment file (YAML); its replicate 0 is taken" };
        var file = new Option<string>(Output, "-o") { Description = "The safetensors file to write", HelpName = "file", Required = true };
        var batch = CountOption.Create("--batch", "Samples of a step. Default: the experiment's");
        var steps = CountOption.Create("--steps", "Steps to make. Default: 1");
        var force = new Option<bool>("--force") { Description = "Replace a file that is there" };
        var verb = new Verb(
            "vectors",
            "Write input, parameters and every intermediate tensor of the first training steps, to check another implementation against",
            "ledger vectors experiments/quick.yaml --output quick.safetensors",
            "ledger vectors experiments/quick.yaml -o quick.safetensors --batch 8 --steps 2 --force")
        {
            specification, file, batch, steps, force,
        };
        verb.SetAction(async (parse, cancellation) =>
        {
            var path = parse.GetRequiredValue(file);
            RebuiltFile.CheckFolder(path, Output);
            var experiment = await DrawnExperiment.Of(session, session.ReadExperiment(parse.GetRequiredValue(specification)), cancellation);
            await new DataPreparation(session).Ensure(DataShelf.Resolve(experiment.Specification.Data), isAgreed: false, cancellation);
            var writer = new VectorsWriter(experiment.Specification, session.Shelf().Load(experiment.Specification.Data));
            var size = parse.GetValue(batch);
            if (size > writer.Samples)
            {
                throw new UsageException($"--batch is {size}, the training list of {experiment.Name} has {Numbers.Count(writer.Samples, "sample")}; give 1 to {writer.Samples}");
            }

            var report = writer.Write(path, size, parse.GetValue(steps) ?? 1, parse.GetValue(force), cancellation);
            session.Screen.Answer(report, () => Write(session.Screen, report));
            return ExitCodes.Done;
        });
        return verb.Answering(typeof(VectorsReport));
    }

    private static void Write(Screen screen, VectorsReport report)
    {
        screen.Line($"{report.File}: {Numbers.Bytes(report.Bytes)}, {Numbers.Count(report.Tensors, "tensor")} of {report.Network}, {Numbers.Count(report.Batch, "sample")} a step");
        foreach (var step in report.Steps)
        {
            screen.Line($"  step {step.Step}  {Numbers.Count(step.Operations, "operation")}, loss {Loss(step.Loss)}, {step.Correct} correct, fingerprint {step.Fingerprint}");
        }
    }

    private static string Loss(float? loss) => loss is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:R}") : "infinite or undefined";
}
