namespace NewsDiff.Tool.Tests;

public sealed class FaultTests
{
    [Fact]
    public void A_machine_without_SQLite_in_the_package_is_told_what_to_do()
    {
        var fault = new TypeInitializationException(
            "Microsoft.Data.Sqlite.SqliteConnection",
            new DllNotFoundException("Unable to load shared library 'e_sqlite3' or one of its dependencies."));

        Assert.Contains("Name a PostgreSQL database", Fault.Describe(fault, database: null), StringComparison.Ordinal);
        Assert.Null(Fault.Describe(new DllNotFoundException("libother"), database: null));
    }
}
