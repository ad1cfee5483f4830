<#
.SYNOPSIS
    What the TQRS service runs: hands the credentials to the server, and serves until it is stopped.

.DESCRIPTION
    Not to be called by hand. Install-TqrsService writes its parameters into the configuration of the service.

.PARAMETER NodePath
    node.exe.

.PARAMETER CommandPath
    bin\tqrs.cjs of the installed command.

.PARAMETER DataPath
    The data folder of the service.

.PARAMETER Port
    Where the server listens.

.PARAMETER Address
    Which address of this machine it listens on.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $NodePath,

    [Parameter(Mandatory)]
    [string] $CommandPath,

    [Parameter(Mandatory)]
    [string] $DataPath,

    [ValidateRange(1, 65535)]
    [int] $Port = 8501,

    [string] $Address = '127.0.0.1'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

. (Join-Path $PSScriptRoot 'TqrsCredential.ps1')

$folder = Get-TqrsCredentialPath -DataPath $DataPath
if (Test-Path -LiteralPath $folder) {
    foreach ($file in Get-ChildItem -LiteralPath $folder -Filter '*.dpapi' -File) {
        [Environment]::SetEnvironmentVariable($file.BaseName, (Unprotect-TqrsCredential -Path $file.FullName), 'Process')
    }
}
$isOpen = $Address -ne '127.0.0.1' -or [Environment]::GetEnvironmentVariable('TQRS_SERVE_URL', 'Process')
if ($isOpen -and -not [Environment]::GetEnvironmentVariable('TQRS_SERVE_TOKEN', 'Process')) {
    throw 'The server is open to others, and has no token. Keep one: Set-TqrsCredential -Name TQRS_SERVE_TOKEN'
}
if (-not [Environment]::GetEnvironmentVariable('TQRS_SERVE_ADMIN_TOKEN', 'Process')) {
    # A token that the server makes itself is printed, and would be in the logs. This one nobody knows.
    $random = New-Object byte[] 32
    $generator = [Security.Cryptography.RandomNumberGenerator]::Create()
    $generator.GetBytes($random)
    $generator.Dispose()
    [Environment]::SetEnvironmentVariable('TQRS_SERVE_ADMIN_TOKEN', [Convert]::ToBase64String($random), 'Process')
}
# What a program prints as an error is no error of this script.
$ErrorActionPreference = 'Continue'
Set-Location -LiteralPath (Join-Path $DataPath 'data')
& $NodePath $CommandPath serve --port $Port --host $Address --data (Join-Path $DataPath 'data')
exit $LASTEXITCODE
