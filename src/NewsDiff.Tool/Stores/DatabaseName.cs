using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;

namespace NewsDiff.Tool.Stores;

/// <summary>Decides whether <c>--db</c> names a file, a PostgreSQL database or neither.</summary>
/// <remarks>
/// A text that looks like a connection string is never taken for a file name, because it may contain a password.
/// </remarks>
internal static class DatabaseName
{
    private const string Advice =
        "--db names a SQLite file, or a PostgreSQL database as postgresql://host/name or Host=…;Database=…";

    private const RegexOptions Options =
        RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant;

    private static readonly NpgsqlConnectionStringBuilder Known = [];

    private static readonly Regex PostgreSqlScheme = new(@"^\s*postgres(ql)?://", Options);

    private static readonly Regex ForeignScheme = new(
        @"(^|\s)[a-z][a-z0-9+.-]+://"
        + @"|^\s*((jdbc|odbc|postgres|postgresql|mysql|mariadb|sqlserver|mssql|oracle|mongodb|redis|sqlite):)",
        Options);

    /// <summary>A word before an equals sign.</summary>
    /// <remarks>In a path, a slash, full stop or colon would come first.</remarks>
    private static readonly Regex FirstPair = new(@"^[\s;]*[\w-][\w -]*=", Options);

    private static readonly Regex PairStart = new(@"(^|;)\s*(?<word>[\w-][\w -]*)=", Options);

    private static readonly Regex Password = new(@"(^|[;&?\s'""])(\w*password|passwd|pwd|psw)['""]?\s*[=:]", Options);

    /// <summary>An address without its scheme: a user, a password and a host.</summary>
    private static readonly Regex UserAndPassword = new(@"^[^/\\@]+:[^/\\@]+@", Options);

    /// <summary>First words of single-pair connection strings of other databases.</summary>
    private static readonly string[] ForeignWords =
        ["data source", "datasource", "filename", "file name", "initial catalog", "dsn", "driver", "provider"];

    /// <summary>Whether the name is that of a PostgreSQL database; otherwise it names a file.</summary>
    /// <exception cref="TroubleException">The name is neither. The message does not repeat it.</exception>
    internal static bool IsPostgreSql(string name)
    {
        if (PostgreSqlScheme.IsMatch(name))
        {
            return true;
        }

        if (ForeignScheme.IsMatch(name))
        {
            throw new TroubleException($"--db names an unsupported kind of database. {Advice}.");
        }

        string[] words = WordsOf(name);
        if (words.Any(word => Known.TryGetValue(word, out _)))
        {
            return true;
        }

        bool isForeign = words.Length > 1
            || words.Any(word => ForeignWords.Contains(word, StringComparer.OrdinalIgnoreCase));
        return isForeign || Password.IsMatch(name) || UserAndPassword.IsMatch(name)
            ? throw new TroubleException(
                $"--db is a connection string of an unknown kind. {Advice}; "
                + "start a file name with ./ if it looks like one.")
            : false;
    }

    /// <summary>The words before equals signs; empty for a text that begins like a path.</summary>
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
            // A quote is not closed, or a part has no value: the readable words count.
            return [.. PairStart.Matches(name).Select(static match => match.Groups["word"].Value.Trim())];
        }
    }
}
