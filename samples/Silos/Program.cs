using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsDiff.Hosting;
using NewsDiff.Orleans;
using NewsDiff.PostgreSql;
using NewsDiff.Samples.Silos;

// One silo. Start it as often as you like, each time with another --port; README.md has the commands.
HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
string database = builder.Configuration["NewsDiff:Store:ConnectionString"]
    ?? throw new InvalidOperationException("Set NewsDiff:Store:ConnectionString to a PostgreSQL database.");
int port = builder.Configuration.GetValue("port", 11111);

builder.Services.AddConfiguredPostgreSqlVersionStore();
builder.Services.AddSingleton<IArticleChangeHandler, PrintChange>();
builder.UseOrleans(silo => silo
    .UsePostgreSqlCluster(database)
    .ConfigureEndpoints(IPAddress.Loopback, port, gatewayPort: 0)
    .AddNewsDiff());
await builder.Build().RunAsync();
