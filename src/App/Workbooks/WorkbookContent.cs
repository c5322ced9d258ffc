using System.Security.Cryptography;
using System.Text;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Workbooks;
using Responsables.Reports.Spreadsheets;

namespace Responsables.App.Workbooks;

/// <summary>What a workbook of this instance brings back.</summary>
internal sealed record WorkbookContent(WorkbookOrigin Origin, string Hash, IReadOnlyList<WorkbookLine> Lines, IReadOnlyList<Problem> Problems)
{
    /// <summary>Reading a workbook may take no longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Reads a file: whether it is ours, then every cell, with every fault.</summary>
    /// <param name="secret">Null when this instance never made one.</param>
    /// <param name="fits">Why a workbook that is ours is not the one that is wanted; null when it is.</param>
    public static Outcome<WorkbookContent> Read(
        byte[] file, SpreadsheetLimits limits, byte[]? secret, Framework framework, Func<WorkbookOrigin, Problem?> fits, CancellationToken cancel)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(Longest);
        try
        {
            return SpreadsheetReader.Read(file, limits, reader => Read(reader, file, secret, framework, fits), time.Token) switch
            {
                Outcome<Outcome<WorkbookContent>>.Done { Value: var read } => read,
                Outcome<Outcome<WorkbookContent>>.Refused refused => Outcome.Refused<WorkbookContent>(refused.Problems),
                _ => Outcome.Refused<WorkbookContent>(new Problem("workbooks.damaged", null)),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Outcome.Refused<WorkbookContent>(new Problem("workbooks.too-slow", null));
        }
    }

    private static Outcome<WorkbookContent> Read(SpreadsheetReader reader, byte[] file, byte[]? secret, Framework framework, Func<WorkbookOrigin, Problem?> fits)
    {
        var rows = reader.Rows(WorkbookWords.Of("sheet.base")).Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(c => c.Text)]).ToList();
        if (rows is not [[WorkbookOrigin.Form, var instance], .., [WorkbookParts.SignatureRow, var signature]])
        {
            return Refused("workbooks.no-base");
        }

        if (secret is null || instance != WorkbookOrigin.InstanceOf(secret))
        {
            return Refused("workbooks.other-instance");
        }

        rows.RemoveAt(rows.Count - 1);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(WorkbookOrigin.Signature(rows, secret)))
            || WorkbookOrigin.Read(rows) is not { } origin)
        {
            return Refused("workbooks.not-signed");
        }

        if (fits(origin) is { } unfit)
        {
            return Outcome.Refused<WorkbookContent>(unfit);
        }

        var reading = new WorkbookReading(reader, framework, origin);
        reading.Run();
        return Outcome.Done(new WorkbookContent(origin, Convert.ToHexStringLower(SHA256.HashData(file)), reading.Lines, reading.Problems));
    }

    private static Outcome<WorkbookContent> Refused(string code) => Outcome.Refused<WorkbookContent>(new Problem(code, null));
}
