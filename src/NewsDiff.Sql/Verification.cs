using System.Data.Common;
using System.Runtime.CompilerServices;

namespace NewsDiff.Sql;

/// <summary>Reads a whole database, and reports all that is damaged or missing.</summary>
/// <param name="database">The database.</param>
/// <param name="progress">Receives the share that is done; or null.</param>
/// <param name="checks">The database's own checks; each row that is not <c>ok</c> is a fault.</param>
internal sealed class Verification(ISqlDatabase database, IProgress<double>? progress, IReadOnlyList<string> checks)
{
    private const int RowsAtOnce = 500;

    /// <summary>The answer of the database's own checks when there is no fault.</summary>
    private const string Well = "ok";

    /// <summary>Runs all checks.</summary>
    public async IAsyncEnumerable<string> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string check in checks)
        {
            await foreach (string fault in ReadAsync(check, cancellationToken).ConfigureAwait(false))
            {
                yield return fault;
            }
        }

        await foreach (string fault in VerifyVersionsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return fault;
        }

        foreach (string orphans in OrphanQueries.Of(database.Prefix))
        {
            await foreach (string fault in ReadAsync(orphans, cancellationToken).ConfigureAwait(false))
            {
                yield return fault;
            }
        }

        progress?.Report(1);
    }

    private async IAsyncEnumerable<string> ReadAsync(
        string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (List<string>? rows, string? failure) = await TryAsync(sql, row => row.Text(0), [], cancellationToken)
            .ConfigureAwait(false);
        foreach (string fault in (rows ?? [failure!]).Where(fault => fault != Well))
        {
            yield return AsSentence(fault);
        }
    }

    private async IAsyncEnumerable<string> VerifyVersionsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (List<long>? counts, _) = await TryAsync(
            $"SELECT count(*) FROM {database.Prefix}version", row => row.GetInt64(0), [], cancellationToken)
            .ConfigureAwait(false);
        long total = Math.Max(1, counts?[0] ?? 0);
        var chains = new ChainVerification();
        (long last, long done) = (long.MinValue, 0);
        while (true)
        {
            (List<VerifiedRow>? page, string? failure) = await TryAsync(
                VerifiedRow.Select(database.Prefix),
                VerifiedRow.Read,
                [("@after", last), ("@limit", RowsAtOnce)],
                cancellationToken).ConfigureAwait(false);
            foreach (string fault in page is null ? [failure!] : page.SelectMany(chains.Verify))
            {
                yield return AsSentence(fault);
            }

            if (page is not [.., var end])
            {
                yield break;
            }

            last = end.Key;
            done += page.Count;
            progress?.Report(Math.Min(1, (double)done / total));
        }
    }

    /// <summary>Reads rows; an error of the database is reported as a fault.</summary>
    private async Task<(List<T>? Rows, string? Fault)> TryAsync<T>(
        string sql, Func<DbDataReader, T> read, (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken)
    {
        try
        {
            return (await database.QueryAsync(sql, read, parameters, cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception fault) when (fault is DbException { IsTransient: false } or VersionStoreException)
        {
            return (null, fault.Message);
        }
    }

    private static string AsSentence(string fault) =>
        fault.Length == 0 ? fault : char.ToUpperInvariant(fault[0]) + fault[1..].TrimEnd('.') + ".";
}
