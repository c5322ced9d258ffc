using Responsables.Domain.Shared;

namespace Responsables.Reports.Spreadsheets;

/// <summary>Ends the reading of a workbook that is not to be read any further; becomes a refusal where the reading began.</summary>
internal sealed class SpreadsheetException(string code, params object?[] arguments) : Exception(code)
{
    public Problem Problem { get; } = new(code, null, arguments);
}
