@{
    RootModule           = 'Tqrs.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '6f0c2a52-2d7b-4f51-9a3e-8f4f3f7f6a51'
    Author               = 'TQRS maintainers'
    Description          = 'Runs the TQRS web page as a Windows service, and keeps its credentials.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @(
        'Set-TqrsCredential', 'Get-TqrsCredential', 'Clear-TqrsCredential',
        'Install-TqrsService', 'Get-TqrsService', 'Start-TqrsService', 'Stop-TqrsService', 'Remove-TqrsService'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
