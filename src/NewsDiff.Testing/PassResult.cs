using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Events;

namespace NewsDiff.Testing;

/// <summary>What one pass of a host did.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record PassResult
{
    /// <summary>The outcome of each visit, to feeds and pages, in the order of their ends.</summary>
    public required ImmutableArray<CheckOutcome> Outcomes { get; init; }

    /// <summary>The changes that were found.</summary>
    public ImmutableArray<ArticleChange> Changes =>
        [.. Outcomes.Select(outcome => outcome.Change).OfType<ArticleChange>()];

    /// <summary>The visits that failed; their <see cref="CheckOutcome.Reason"/> says why.</summary>
    public ImmutableArray<CheckOutcome> Failed => [.. Outcomes.Where(outcome => outcome.Kind == CheckKind.Failed)];

    /// <summary>How many events the handlers handled; each handler counts its own.</summary>
    public required int Delivered { get; init; }

    /// <summary>The events that were put aside, after a handler failed 12 times.</summary>
    public required ImmutableArray<DeadLetter> DeadLetters { get; init; }

    /// <summary>The handlers whose next event waits, until when, and why.</summary>
    /// <remarks>A handler postponed it, or it failed and only what was due was done.</remarks>
    public required ImmutableArray<EventDelivery> Waiting { get; init; }

    /// <summary>What happened, one line each, for the message of a failing test.</summary>
    /// <returns>The outcomes, and what became of the events.</returns>
    public override string ToString() => string.Join(
        '\n',
        [
            .. Outcomes.Select(outcome => outcome.ToString()),
            string.Create(CultureInfo.InvariantCulture, $"Delivered: {Delivered}"),
            .. DeadLetters.Select(letter => $"Put aside by {letter.Handler}: {letter.Reason}"),
            .. Waiting.Select(wait => string.Create(
                CultureInfo.InvariantCulture, $"Waits for {wait.Handler} until {wait.RetryAt:u}: {wait.LastReason}")),
        ]);
}
