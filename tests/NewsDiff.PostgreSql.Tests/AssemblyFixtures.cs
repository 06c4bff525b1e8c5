using NewsDiff.PostgreSql.Tests;

[assembly: AssemblyFixture(typeof(PostgreSqlCluster))]
