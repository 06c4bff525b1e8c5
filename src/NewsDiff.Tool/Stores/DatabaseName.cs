using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;

namespace NewsDiff.Tool.Stores;

/// <summary>Tells what <c>--db</c> names: a file, a PostgreSQL database, or something that is neither.</summary>
/// <remarks>What looks like a connection string is never taken for the name of a file: there may be a password in it.</remarks>
internal static class DatabaseName
{
    private const string Advice =
        "--db names a SQLite file, or a PostgreSQL database as postgresql://host/name or Host=…;Database=…";

    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly NpgsqlConnectionStringBuilder Known = [];

    private static readonly Regex PostgreSqlScheme = new(@"^\s*postgres(ql)?://", Options);

    private static readonly Regex ForeignScheme = new(
        @"(^|\s)[a-z][a-z0-9+.-]+://"
        + @"|^\s*((jdbc|odbc|postgres|postgresql|mysql|mariadb|sqlserver|mssql|oracle|mongodb|redis|sqlite):)",
        Options);

    /// <summary>A word and an equals sign, where a path would have a slash, a full stop or a colon before it.</summary>
    private static readonly Regex FirstPair = new(@"^[\s;]*[\w-][\w -]*=", Options);

    private static readonly Regex PairStart = new(@"(^|;)\s*(?<word>[\w-][\w -]*)=", Options);

    private static readonly Regex Password = new(@"(^|[;&?\s'""])(\w*password|passwd|pwd|psw)['""]?\s*[=:]", Options);

    /// <summary>An address without its scheme: a user, a password and a host.</summary>
    private static readonly Regex UserAndPassword = new(@"^[^/\\@]+:[^/\\@]+@", Options);

    /// <summary>Words by which other databases begin a connection string of a single pair.</summary>
    private static readonly string[] ForeignWords =
        ["data source", "datasource", "filename", "file name", "initial catalog", "dsn", "driver", "provider"];

    /// <summary>Whether a PostgreSQL database is named; otherwise it is a file.</summary>
    /// <exception cref="TroubleException">It is neither. The message does not repeat it.</exception>
    internal static bool IsPostgreSql(string name)
    {
        if (PostgreSqlScheme.IsMatch(name))
        {
            return true;
        }

        if (ForeignScheme.IsMatch(name))
        {
            throw new TroubleException($"that database cannot be used. {Advice}.");
        }

        string[] words = WordsOf(name);
        if (words.Any(word => Known.TryGetValue(word, out _)))
        {
            return true;
        }

        bool isForeign = words.Length > 1 || words.Any(word => ForeignWords.Contains(word, StringComparer.OrdinalIgnoreCase));
        return isForeign || Password.IsMatch(name) || UserAndPassword.IsMatch(name)
            ? throw new TroubleException(
                $"that is a connection string of no known kind. {Advice}; begin a file's name with ./ if it looks like one.")
            : false;
    }

    /// <summary>The words before the equals signs; none when the first is no word, but the beginning of a path.</summary>
    private static string[] WordsOf(string name)
    {
        if (!FirstPair.IsMatch(name))
        {
            return [];
        }

        try
        {
            return [.. new DbConnectionStringBuilder { ConnectionString = name }.Keys.Cast<string>()];
        }
        catch (ArgumentException)
        {
            // A quote that is not closed, or a part without a value: the words that can be read count.
            return [.. PairStart.Matches(name).Select(static match => match.Groups["word"].Value.Trim())];
        }
    }
}
