using System.Text.RegularExpressions;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;
using Ledger.Application.Specifications.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ledger.Application.Specifications;

/// <summary>Writes an experiment as the YAML file that reads back as the same experiment, every default written out.</summary>
public static partial class SpecificationWriter
{
    /// <summary>The file's text.</summary>
    public static string Write(LoadedExperiment experiment)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(SpecificationDraft.Of(experiment), emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(ISection section, Emitter emitter)
    {
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
        foreach (var key in SectionKey.Of(section.GetType()))
        {
            if (key.Property.GetValue(section) is { } value)
            {
                emitter.Emit(new Scalar(key.Name));
                Write(key, value, emitter);
            }
        }

        emitter.Emit(new MappingEnd());
    }

    private static void Write(SectionKey key, object value, Emitter emitter)
    {
        if (value is ISection section)
        {
            Write(section, emitter);
        }
        else if (key.ItemType is { } item)
        {
            WriteList(item, (System.Collections.IEnumerable)value, emitter);
        }
        else
        {
            WriteScalar(key.Type, value, emitter);
        }
    }

    private static void WriteList(Type item, System.Collections.IEnumerable values, Emitter emitter)
    {
        var isOfSections = typeof(ISection).IsAssignableFrom(item);
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, isOfSections ? SequenceStyle.Block : SequenceStyle.Flow));
        foreach (var value in values)
        {
            if (isOfSections)
            {
                Write((ISection)value, emitter);
            }
            else
            {
                WriteScalar(item, value, emitter);
            }
        }

        emitter.Emit(new SequenceEnd());
    }

    private static void WriteScalar(Type type, object value, Emitter emitter)
    {
        var text = ValueForms.Of(type).Format(value);
        var style = PlainForm().IsMatch(text) && !FormScalar.IsNullText(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
    }

    /// <summary>Texts that need no quotes anywhere in YAML.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9/][A-Za-z0-9._/-]*(:[A-Za-z0-9][A-Za-z0-9._/-]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainForm();
}
