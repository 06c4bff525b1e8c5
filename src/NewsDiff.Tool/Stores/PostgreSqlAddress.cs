using Npgsql;

namespace NewsDiff.Tool.Stores;

/// <summary>Reads how users name a PostgreSQL database: as an address, or as Npgsql does.</summary>
internal static class PostgreSqlAddress
{
    /// <summary>Whether a name is that of a PostgreSQL database, not of a file.</summary>
    internal static bool IsOne(string name) =>
        name.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || name.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Turns <c>postgresql://user:password@host:port/database?name=value</c> into what Npgsql reads.</summary>
    /// <exception cref="TroubleException">It is not written as it should be.</exception>
    internal static NpgsqlConnectionStringBuilder Parse(string name)
    {
        try
        {
            return name.Contains("://", StringComparison.Ordinal) ? ParseUri(new Uri(name)) : new NpgsqlConnectionStringBuilder(name);
        }
        catch (Exception fault) when (fault is UriFormatException or ArgumentException or FormatException)
        {
            throw new TroubleException($"--db is not a PostgreSQL connection string: {fault.Message}", fault);
        }
    }

    /// <summary>Names the database without its password.</summary>
    internal static string Describe(string name)
    {
        NpgsqlConnectionStringBuilder parts = Parse(name);
        return $"{parts.Host}/{parts.Database}";
    }

    private static NpgsqlConnectionStringBuilder ParseUri(Uri uri)
    {
        string[] user = uri.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port < 0 ? NpgsqlConnection.DefaultPort : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        if (user[0].Length > 0)
        {
            parts.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            parts.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (string pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] named = pair.Split('=', 2);
            parts[Uri.UnescapeDataString(named[0])] = Uri.UnescapeDataString(named[^1]);
        }

        return parts;
    }
}
