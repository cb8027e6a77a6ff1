using FluentValidation;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;

namespace Ledger.Application.Specifications.Rules;

/// <summary>The words that rules are made of: each passes over null and says what was found and what is wanted.</summary>
internal static class RuleWords
{
    /// <summary>The value lies between two bounds or on one of them.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, T?> Between<T>(this IRuleBuilder<ExperimentDraft, T?> rule, T from, T to)
        where T : struct, IComparable<T> =>
        rule.Satisfies(
            (_, value) => value.CompareTo(from) >= 0 && value.CompareTo(to) <= 0,
            (_, value) => $"{value} is not between {from} and {to}");

    /// <summary>The value lies between two bounds or on the lower one.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, T?> FromTo<T>(this IRuleBuilder<ExperimentDraft, T?> rule, T from, T below)
        where T : struct, IComparable<T> =>
        rule.Satisfies(
            (_, value) => value.CompareTo(from) >= 0 && value.CompareTo(below) < 0,
            (_, value) => $"{value} is not between {from} and {below} ({below} itself excluded)");

    /// <summary>The value is at least a bound.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, T?> AtLeast<T>(this IRuleBuilder<ExperimentDraft, T?> rule, T bound)
        where T : struct, IComparable<T> =>
        rule.Satisfies((_, value) => value.CompareTo(bound) >= 0, (_, value) => $"{value} is less than {bound}: give {bound} or more");

    /// <summary>The value is above zero.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, decimal?> Positive(this IRuleBuilder<ExperimentDraft, decimal?> rule) =>
        rule.Satisfies(static (_, value) => value > 0, static (_, value) => $"{value} is not above 0: give a positive number");

    /// <summary>The name, its version added, is known.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, string?> KnownVersion(this IRuleBuilder<ExperimentDraft, string?> rule, string kind, IReadOnlyList<string> known) =>
        rule.Known(kind, known, VersionedName.Expand);

    /// <summary>The name is known.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, string?> Known(
        this IRuleBuilder<ExperimentDraft, string?> rule, string kind, IReadOnlyList<string> known, Func<string, string>? full = null) =>
        rule.Satisfies(
            (_, name) => known.Contains(full is null ? name : full(name)),
            (_, name) => $"'{name}' is not a known {kind}; {Spelling.Suggestion(name, known)}known: {string.Join(", ", known)}");

    /// <summary>The text can be stored: no U+0000, no half of a surrogate pair.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, string?> Storable(this IRuleBuilder<ExperimentDraft, string?> rule) =>
        rule.Satisfies(
            static (_, text) => Unstorable.Find(text) is null,
            static (_, text) => $"{Unstorable.Find(text)} cannot be stored: remove it");

    /// <summary>Any condition on a value that was read.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, T?> Satisfies<T>(
        this IRuleBuilder<ExperimentDraft, T?> rule, Func<ExperimentDraft, T, bool> holds, Func<ExperimentDraft, T, string> message)
        where T : struct =>
        rule.Must((draft, value) => value is not { } given || holds(draft, given)).WithMessage((draft, value) => message(draft, value!.Value));

    /// <summary>Any condition on a text or list that was read.</summary>
    public static IRuleBuilderOptions<ExperimentDraft, T?> Satisfies<T>(
        this IRuleBuilder<ExperimentDraft, T?> rule, Func<ExperimentDraft, T, bool> holds, Func<ExperimentDraft, T, string> message)
        where T : class =>
        rule.Must((draft, value) => value is null || holds(draft, value)).WithMessage((draft, value) => message(draft, value!));
}
