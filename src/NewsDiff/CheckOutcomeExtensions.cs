using System.Runtime.CompilerServices;

namespace NewsDiff;

/// <summary>Selects from a stream of outcomes.</summary>
public static class CheckOutcomeExtensions
{
    /// <summary>Keeps only the changes in a stream of outcomes.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    /// <returns>The change of each outcome that has one, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is null.</exception>
    public static IAsyncEnumerable<ArticleChange> Changes(
        this IAsyncEnumerable<CheckOutcome> outcomes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return Select(outcomes, cancellationToken);
    }

    private static async IAsyncEnumerable<ArticleChange> Select(
        IAsyncEnumerable<CheckOutcome> outcomes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (CheckOutcome outcome in outcomes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (outcome.Change is { } change)
            {
                yield return change;
            }
        }
    }
}
