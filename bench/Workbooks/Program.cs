// Workbooks in one process: dotnet Responsables.Bench.Workbooks.dll DATA FILES (make|look|take|make-all|look-all|take-all) BODIES
// Prints the time, and the peak resident memory of the process; bench/workbooks.mjs runs it once for each measure.
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Responsables.App;
using Responsables.App.Database;
using Responsables.App.Workbooks;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

const int Year = 2025;
var (data, folder, act, most) = (args[0], args[1], args[2], int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture));
var services = new ServiceCollection().AddLogging();
services.AddAppDb(DatabaseChoice.Of(data, null));
await using var provider = AppRooms.Add(services).BuildServiceProvider();
var codes = await WithAsync<AppDb, List<OrganizationCode>>(db =>
    db.Submissions.AsNoTracking().Where(s => s.Campaign.Year == Year).OrderBy(s => s.Organization).Select(s => s.Organization).Take(most).ToListAsync());
var top = new OrganizationCode((await WithAsync<AppDb, List<string>>(db => db.Submissions.AsNoTracking().Where(s => s.Campaign.Year == Year && s.Ancestors != "").Select(s => s.Ancestors).Take(1).ToListAsync()))[0].Split(';')[^1]);

var clock = Stopwatch.StartNew();
var answers = 0;
foreach (var code in act.EndsWith("-all", StringComparison.Ordinal) ? [top] : codes)
{
    var path = Path.Combine(folder, $"{(act.EndsWith("-all", StringComparison.Ordinal) ? "tous" : code.Value)}.xlsx");
    if (act.StartsWith("make", StringComparison.Ordinal))
    {
        await using var file = File.Create(path);
        Value(await WithAsync<MakeWorkbook, Outcome<WorkbookMade>>(m => m.RunAsync(Actor.Command, Year, code, () => file, default, alone: act == "make")));
    }
    else
    {
        var content = await File.ReadAllBytesAsync(path);
        var done = Value(await WithAsync<ImportWorkbook, Outcome<WorkbookImported>>(
            i => i.RunAsync(Actor.Command, content, Year, null, act.StartsWith("look", StringComparison.Ordinal), Guid.CreateVersion7(), default)));
        answers += done.Taken + done.Untouched;
    }
}

Console.WriteLine($"{clock.Elapsed.TotalSeconds:F3} {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} {codes.Count} {answers}");

async Task<TResult> WithAsync<TUse, TResult>(Func<TUse, Task<TResult>> use)
    where TUse : notnull
{
    await using var scope = provider.CreateAsyncScope();
    return await use(scope.ServiceProvider.GetRequiredService<TUse>());
}

static T Value<T>(Outcome<T> outcome) => outcome is Outcome<T>.Done done
    ? done.Value
    : throw new InvalidOperationException(outcome is Outcome<T>.Refused refused ? string.Join('\n', refused.Problems.Select(p => $"{p.Place} {p.Code}")) : outcome.ToString());
