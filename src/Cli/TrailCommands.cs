using System.CommandLine;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Shared;

namespace Responsables.Cli;

internal static class TrailCommands
{
    public static Command Group() => new("trail", Words.Of("trail")) { Verify() };

    private static Command Verify()
    {
        var command = new Command("verify", Words.Of("trail.verify"));
        command.SetAction((parsed, cancel) => Session.RunAsync<AppDb>(
            parsed,
            async (db, stop) =>
            {
                var report = await TrailVerification.RunAsync(db, stop);
                if (report.Faults.Count > 0)
                {
                    return Exit.Tell([.. report.Faults.Select(f => new Problem(f.Code, Words.Of("trail.row", f.Sequence)))]);
                }

                await Listing.WriteAsync(ListFormat.Json, [new Column<TrailReport>("rows", r => r.Rows), new("seal", r => r.Seal)], report);
                return Exit.Done;
            },
            cancel));
        return command;
    }
}
