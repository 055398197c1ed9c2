@echo off
rem Runs Slipway on Windows: the jar beside this file, or the one that 'mvn package' makes in a source checkout.
setlocal
set "JAR=%~dp0slipway.jar"
if not exist "%JAR%" set "JAR=%~dp0..\lib\slipway.jar"
if not exist "%JAR%" set "JAR=%~dp0..\target\slipway.jar"
if not exist "%JAR%" (
  echo slipway: there is no slipway.jar; in a source checkout, 'mvn package' makes it 1>&2
  exit /b 2
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%JAR%" %*
exit /b %ERRORLEVEL%
